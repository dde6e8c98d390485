"""Of which client, and of which of its posts: the beginnings of paths."""

CLIENT = "/clients/{client}"
POST = CLIENT + "/posts/{post}"
