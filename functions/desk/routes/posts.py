"""Pictures and posts, from the draft to the account."""

from functions.desk import approvals, media, posts
from functions.desk.routes.paths import CLIENT, POST
from shared.api.pages import PAGED
from shared.api.routes import Route
from shared.domain.mandate.terms import Activity
from shared.domain.parties import Scope
from shared.domain.pictures import Picture

POSTS: tuple[Route, ...] = (
    Route(
        "POST",
        CLIENT + "/media",
        media.upload_picture,
        Scope.RECOMMEND,
        Picture,
        body=media.NewPicture,
        largest_body=media.LARGEST_BODY,
        status=201,
    ),
    Route("GET", CLIENT + "/media", media.list_pictures, Scope.READ, list[Picture], query=PAGED),
    Route("GET", CLIENT + "/media/{sha256}", media.show_picture, Scope.READ, media.PictureView),
    Route(
        "POST",
        CLIENT + "/posts",
        posts.create_post,
        Scope.RECOMMEND,
        posts.PostView,
        body=posts.NewPost,
        status=201,
        asks=(Activity.CREATE, Activity.APPROVE),
    ),
    Route(
        "GET",
        CLIENT + "/posts",
        posts.list_posts,
        Scope.READ,
        list[posts.PostView],
        query=PAGED | {"state": "A post state; `in_review` when absent."},
    ),
    Route("GET", POST, posts.show_post, Scope.READ, posts.PostView),
    Route(
        "PATCH", POST, posts.change_post, Scope.RECOMMEND, posts.PostView, body=posts.PostEdit, asks=(Activity.CREATE,)
    ),
    Route(
        "POST",
        POST + "/approvals",
        approvals.decide_on_post,
        Scope.APPROVE,
        posts.PostView,
        body=approvals.NewApproval,
        asks=(Activity.APPROVE,),
    ),
    Route("POST", POST + "/publish", posts.publish_post, Scope.PUBLISH, posts.PostView, asks=(Activity.POST,)),
    Route(
        "POST",
        POST + "/cancel",
        posts.cancel_post,
        Scope.RECOMMEND,
        posts.PostView,
        body=posts.Cancellation,
        asks=(Activity.CREATE,),
    ),
)
