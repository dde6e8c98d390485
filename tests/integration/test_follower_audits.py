"""An audit goes from the desk, which reads no credentials, by who does to the network, and back to the desk."""

from infra import client as http
from infra.engine import Engine
from tests.integration.brands import Brand, invoked, until


def test_an_accounts_followers_are_audited_with_credentials_that_the_desk_cannot_read(
    engine: Engine, brand: Brand
) -> None:
    network = engine.network_url
    account = http.request("GET", f"{network}/api/v1/accounts/lookup?acct={brand.client}").body["id"]
    for follower in ("ada", "sarah84729183"):
        follows = http.request("POST", f"{network}/api/v1/accounts/{account}/follow", key=f"sandbox-{follower}")
        assert follows.status == 200
    path = f"/accounts/{brand.account}/follower-audits"
    brand.agent.desk.post(brand.path(path), {})
    invoked(engine, "ingest.audit_followers")
    # Or it was made by a run of the schedule.
    (audit,) = until("the audit is made", lambda: [one for one in brand.get(path) if one["state"] != "wanted"])
    assert (audit["state"], audit["because"]) == ("done", "")
    quality = audit["quality"]
    assert (quality["total"], quality["sampled"], quality["sample_is"]) == (2, 2, "All 2 followers.")
    assert {one["rule"]: one["fired"] for one in quality["findings"]}["generated_handle"] == 1
    assert brand.facts().count("followers.audited") == 1
