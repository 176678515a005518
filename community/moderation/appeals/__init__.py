"""A decision is looked at again, by somebody else."""
