"""The colleagues of a practice: who has an account, and inviting another one."""
