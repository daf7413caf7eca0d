"""The register of incentive programs, and signing for one before it begins."""
