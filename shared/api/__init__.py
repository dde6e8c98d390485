"""The HTTP edge shared by the functions that serve an API: routes as data, problems, the OpenAPI document."""
