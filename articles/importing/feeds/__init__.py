"""From feeds (RSS, RDF, Atom, CDF, JSON Feed) to articles, one for each entry."""
