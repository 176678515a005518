"""Stories at the desk: deciding what the worker proposes, and putting right what is there."""
