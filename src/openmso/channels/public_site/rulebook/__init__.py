"""The public rulebook: every rule with its source, history and a calculator, open to everybody.

Search, rule, notices and downloads. The rules come from `openmso.rulebook` as they stand, in
English; only the words around them are translated. Nothing that is typed is kept.
"""
