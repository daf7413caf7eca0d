"""An office does not open without its keys: it could neither seal nor open what it keeps."""

from openmso.project.refusal import Refusal


def refuse_missing_keys() -> None:
    """Refuse to work while a key is missing or broken, with the sentence that helps."""
    from openmso.office.keys.ready import what_keys_lack

    refuse_unknown_key()
    if lack := what_keys_lack():
        raise Refusal(lack)


def refuse_unknown_key() -> None:
    """Refuse to go on with stored files whose key is not here: another key would hide the loss."""
    from openmso.office.documents.relocking import unknown_key
    from openmso.office.keys.folder import KeyMissing, key_folder

    try:
        unknown = unknown_key()
    except KeyMissing as broken:
        raise Refusal(str(broken)) from None
    if unknown:
        raise Refusal(
            f"Stored files are locked with the key {unknown}, which is not in {key_folder()}. "
            "Nothing is lost: put that key file back, or name the right folder in OPENMSO_KEY_DIR."
        )
