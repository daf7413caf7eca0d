"""The guard of appeals knows of payments too: who said no to a claim cannot answer for it.

A payment that was refused is taken back only with an order to pay. An order is never deleted, and
only its payment is ever added to it, once and with the paper that shows it.
"""

import re
from importlib import import_module

from django.db import migrations

GUARD = """
CREATE OR REPLACE FUNCTION guard_appeal_answer() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    asked record;
BEGIN
    SELECT a.id, a.request_id, a.payment_id, p.decided_by_id, a.recorded_at, a.late,
           a.late_accepted_at, a.authority,
           COALESCE(r.review_specialties, '{}') AS review_specialties, t.state INTO asked
      FROM appeal a
      LEFT JOIN prior_auth_request r ON r.id = a.request_id AND r.tenant_id = a.tenant_id
      LEFT JOIN denied_payment p ON p.id = a.payment_id AND p.tenant_id = a.tenant_id
      JOIN tenant t ON t.id = a.tenant_id
     WHERE a.id = NEW.appeal_id AND a.tenant_id = NEW.tenant_id AND a.state = 'with_reviewer'
       AND a.reviewer_id = NEW.signed_by_id;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'appeal guard: the appeal does not lie with this signer'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF NOT EXISTS (
        SELECT 1 FROM account c JOIN licence l ON l.account_id = c.id AND l.tenant_id = c.tenant_id
         WHERE c.id = NEW.signed_by_id AND c.tenant_id = NEW.tenant_id AND c.is_active
           AND 'physician_reviewer' = ANY (c.roles)
           AND l.profession = 'physician' AND l.state = asked.state
           AND l.from_on <= NEW.answered_on AND l.until_on > NEW.answered_on
           AND (cardinality(asked.review_specialties) = 0
                OR asked.review_specialties && l.specialties)) THEN
        RAISE EXCEPTION 'appeal guard: the signer is no physician licensed and matched to this case'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF NOT EXISTS (
        SELECT 1 FROM attestation s
         WHERE s.account_id = NEW.signed_by_id AND s.tenant_id = NEW.tenant_id
           AND s.statement = 'no_reward_for_denials'
           AND s.signed_at <= NEW.answered_at AND s.until_on > NEW.answered_on) THEN
        RAISE EXCEPTION 'appeal guard: the signer''s attestation is not current'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF asked.decided_by_id = NEW.signed_by_id OR EXISTS (
        SELECT 1 FROM case_event e
         WHERE e.tenant_id = NEW.tenant_id AND e.case_id = asked.request_id
           AND e.actor_id = NEW.signed_by_id AND e.recorded_at <= asked.recorded_at)
       OR EXISTS (
        SELECT 1 FROM appeal_answer w JOIN appeal o ON o.id = w.appeal_id
         WHERE w.tenant_id = NEW.tenant_id AND w.signed_by_id = NEW.signed_by_id
           AND (o.request_id = asked.request_id OR o.payment_id = asked.payment_id)) THEN
        RAISE EXCEPTION 'appeal guard: the signer took part in what is appealed'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF EXISTS (
        WITH RECURSIVE above (id) AS (
            SELECT p.reports_to_id FROM reporting_line p
             WHERE p.tenant_id = NEW.tenant_id AND p.account_id = NEW.signed_by_id
            UNION
            SELECT p.reports_to_id FROM reporting_line p JOIN above ON p.account_id = above.id
             WHERE p.tenant_id = NEW.tenant_id)
        SELECT 1 FROM above
         WHERE above.id IN (
               SELECT d.signed_by_id FROM prior_auth_decision d
                WHERE d.tenant_id = NEW.tenant_id AND d.request_id = asked.request_id)
            OR above.id IN (
               SELECT w.signed_by_id FROM appeal_answer w JOIN appeal o ON o.id = w.appeal_id
                WHERE w.tenant_id = NEW.tenant_id
                  AND (o.request_id = asked.request_id OR o.payment_id = asked.payment_id))
            OR above.id = asked.decided_by_id) THEN
        RAISE EXCEPTION 'appeal guard: the signer works under the one whose no is appealed'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF NEW.result = 'overturned' THEN
        RETURN NEW;
    END IF;
    IF (asked.late AND asked.late_accepted_at IS NULL) OR asked.authority = 'pending' THEN
        RAISE EXCEPTION 'appeal guard: something about the filing is undecided'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF EXISTS (
        SELECT 1 FROM document d
         WHERE d.tenant_id = NEW.tenant_id AND d.case_id IN (asked.id, asked.request_id)
           AND d.source <> 'office'
           AND NOT EXISTS (
               SELECT 1 FROM appeal_paper_opened o
                WHERE o.tenant_id = NEW.tenant_id AND o.appeal_id = asked.id
                  AND o.document_id = d.id AND o.account_id = NEW.signed_by_id)) THEN
        RAISE EXCEPTION 'appeal guard: the signer has not opened every paper'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    NEW.signed_in_transaction := txid_current();
    RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION guard_answered_appeal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.state NOT IN ('overturned', 'partly_upheld', 'upheld')
       OR (TG_OP = 'UPDATE' AND OLD.state = NEW.state) THEN
        RETURN NEW;
    END IF;
    IF NOT EXISTS (
        SELECT 1 FROM appeal_answer w
         WHERE w.tenant_id = NEW.tenant_id AND w.appeal_id = NEW.id
           AND w.result = NEW.state AND w.answered_at = NEW.closed_at) THEN
        RAISE EXCEPTION 'appeal guard: no signed answer stands behind this state'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF NEW.state <> 'upheld' AND NEW.payment_id IS NULL AND NOT EXISTS (
        SELECT 1 FROM prior_auth_ruling g
         WHERE g.tenant_id = NEW.tenant_id AND g.request_id = NEW.request_id
           AND g.ruled_by = 'plan' AND g.reference = NEW.number) THEN
        RAISE EXCEPTION 'appeal guard: no authorization stands behind this answer'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF NEW.state <> 'upheld' AND NEW.payment_id IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM appeal_payment_order o
         WHERE o.tenant_id = NEW.tenant_id AND o.appeal_id = NEW.id
           AND o.ordered_by = 'plan' AND o.notice_received_at = NEW.closed_at) THEN
        RAISE EXCEPTION 'appeal guard: no order to pay stands behind this answer'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION guard_payment_order() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' OR OLD.paid_on IS NOT NULL
       OR (NEW.tenant_id, NEW.appeal_id, NEW.ordered_by, NEW.amount, NEW.pay_to,
           NEW.notice_received_at, NEW.notice_id, NEW.signed_by_name)
          IS DISTINCT FROM
          (OLD.tenant_id, OLD.appeal_id, OLD.ordered_by, OLD.amount, OLD.pay_to,
           OLD.notice_received_at, OLD.notice_id, OLD.signed_by_name) THEN
        RAISE EXCEPTION 'appeal guard: an order to pay is not changed'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER payment_order_guard BEFORE UPDATE OR DELETE ON appeal_payment_order
    FOR EACH ROW EXECUTE FUNCTION guard_payment_order();
"""

_BEFORE = import_module("openmso.casework.appeals.migrations.0002_guard_answers").GUARD
UNGUARD = """
DROP TRIGGER payment_order_guard ON appeal_payment_order;
DROP FUNCTION guard_payment_order();
""" + "\n".join(
    found.replace("CREATE", "CREATE OR REPLACE", 1)
    for found in re.findall(r"^CREATE FUNCTION .*?^END \$\$;", _BEFORE, re.DOTALL | re.MULTILINE)
)


class Migration(migrations.Migration):
    dependencies = [("appeals", "0003_payments_and_fast_wishes")]

    operations = [migrations.RunSQL(GUARD, UNGUARD)]
