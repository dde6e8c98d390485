"""What people say in a month of a maker of kettles."""

SAID = {
    "customer_service": (
        "My parcel has been “out for delivery” since Thursday. Is anybody there?",
        "The lid of my kettle broke after a week. How do I get a new one?",
        "Third time I call, third time I am cut off. Please just answer here.",
        "Your app logs me out each time I open it. Is it me, or is it you?",
    ),
    "community": (
        "Ten years with the same kettle and it still sings. Thank you!",
        "Whoever writes your packaging deserves a raise.",
        "Saw your window on the high street today. Lovely.",
    ),
    "sales": ("Does the blue one come in a smaller size?", "Do you ship to the islands, and what does it cost?"),
    "public_relations": (
        "I write about repairable things for a living. Who can I talk to about your spare parts?",
        "We would like to have you on our panel in May. Whom do I ask?",
    ),
    "announcement": ("Is the spring range in the shops already?",),
    "contest": ("Until when can we send in our pictures?",),
}
QUESTIONS = (
    "May we offer a refund without the receipt when the number on the lid is readable?",
    "A journalist asks whether the recall covers the 2019 model. What may we say?",
    "Are spare lids in stock again before Easter?",
    "Somebody asks for the recycling share of the steel. Is 70 % still right?",
)
ANSWERS = (
    "Yes, up to 60 euros. Above that they send us the kettle first.",
    "It does not. Please point to the list on our site and say no more.",
    "From the 2nd of April, in all colours.",
    "It is 74 % since January. The data sheet follows today.",
)
"""Each to the question in its place."""
REASONS = (
    "We do not promise a date before the warehouse has confirmed it.",
    "Too breezy for somebody who was hurt.",
    "Legal wants to see anything about the recall first.",
    "That discount ended in February.",
)
