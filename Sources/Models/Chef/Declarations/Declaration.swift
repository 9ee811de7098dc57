import Source

/// A call without a receiver in a Ruby file that only declares: metadata.rb, a role, a Berksfile.
struct Declaration: Sendable {
  let name: Located<String>
  /// Keywords come last, as one hash.
  let arguments: [PlainValue]
  /// The whole call.
  let location: Location
  let certainty: ChefFault.Certainty
  /// Whether it stands in the block of another call.
  let isInBlock: Bool
}
