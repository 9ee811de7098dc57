package import Diagnostics
package import Source

/// Something by which a Chef run breaks, or bakes something else than was meant; rules turn it into findings.
package struct ChefFault: Sendable, Hashable {
  package enum Certainty: Sendable, Hashable {
    /// Every run meets it.
    case sure
    /// It hangs on something that cannot be told.
    case maybe
  }

  package let kind: Kind
  package let certainty: Certainty
  package let location: Location
  /// Further places that explain it.
  package let labels: [Label]
  /// Sentences that belong to it: the places that were looked at, where the thing lies instead.
  package let notes: [String]
  /// What to do about it, where more can be said than the kind alone tells.
  package let help: String?
  /// The callers, outermost first: an item of the run list, a role, `depends` of a metadata.rb, `include_recipe`.
  package let chain: [ChainLink]

  package init(
    _ kind: Kind, _ certainty: Certainty = .sure, at location: Location, labels: [Label] = [],
    notes: [String] = [], help: String? = nil, chain: [ChainLink] = []
  ) {
    self.kind = kind
    self.certainty = certainty
    self.location = location
    self.labels = labels
    self.notes = notes
    self.help = help
    self.chain = chain
  }
}

extension ChefFault {
  /// The same fault, reached by way of callers.
  package func reached(by chain: [ChainLink], _ certainty: Certainty = .sure) -> ChefFault {
    ChefFault(
      kind, certainty == .sure ? self.certainty : .maybe, at: location, labels: labels, notes: notes,
      help: help,
      chain: chain + self.chain)
  }
}
