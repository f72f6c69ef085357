# `diary audit verify`.

audit-about = the audit trail: who changed what and when
audit-verify = make sure that nothing in the audit trail was tampered with
audit-noted = a seal noted earlier: with it a cut-off end is found, too; may be given several times
audit-whole = { $school }: the audit trail is whole, { $entries ->
    [one] { $entries } entry
   *[other] { $entries } entries
}. Seal: { $seal }. Keep it apart from the database and name it at the next check: --noted { $seal }
audit-broken = { $school }: the audit trail is broken, the first wrong entry is no. { $number }. Don't delete the database; fetch a backup made before that entry.
audit-empty = The audit trail is empty: there is nothing to verify yet.
