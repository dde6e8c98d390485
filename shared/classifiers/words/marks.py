"""Signs that mean the same in every language."""

WORDS = {
    "love": "❤, 😍, 🥰, 😘, 💕, 💖, 💜, 💙, 💚, 💛, 🧡, 🤩, 😻, 💯, 👌, 🤤, 😋, 🫶, 💘, 💗, 🖤, 🤍, 🙌, 🥹",
    "thanks": "🙏, 🤗",
    "congratulations": "🎉, 🥳, 🎊, 🏆, 👏",
    "greeting": "☀, 🌞, 🎄, 🎂",
    "complaint": "😡, 🤬, 😠, 😤, 👎, 🤦, 😒, 💩, 🤮, 🤢, 🖕, 😞, 😩, 😫, 😢, 😭, 🤡, 😑",
    "sarcasm": "🙄, 🙃",
    "laugh": "😂, 🤣, 😆, 💀, 😹",
    "money_spam": "🤑, 💰, 💸, 📈",
    "danger": "🚨",
}
