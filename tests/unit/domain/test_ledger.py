"""A fact is entered as it happened, with who made it so."""

from shared.domain.ledger import Fact, entry, system

from .samples import AT


def test_an_entry_is_the_fact_with_its_place_time_and_actor():
    fact = Fact(type="post.approved", subject="pst_1", data={"still_needed": 1})
    entered = entry(fact, id="led_1", realm="acme", at=AT, who={"member": "mbr_1"})
    assert (entered.type, entered.subject, entered.data) == ("post.approved", "pst_1", {"still_needed": 1})
    assert (entered.id, entered.realm, entered.at, entered.who) == ("led_1", "acme", AT, {"member": "mbr_1"})
    assert entered.version == 1


def test_what_a_function_did_by_itself_names_the_function_and_no_member():
    assert system("recover.drain") == {"function": "recover.drain"}
