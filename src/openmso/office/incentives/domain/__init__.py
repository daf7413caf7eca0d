"""When an incentive program may begin. Plain Python."""
