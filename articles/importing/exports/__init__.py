"""Reading exports of other systems: what their formats have in common. Pure, no Django."""
