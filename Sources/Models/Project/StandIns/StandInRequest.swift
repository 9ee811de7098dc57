package import Source

/// Which builds are to be rehearsed in a container that stands in for their machine.
package struct StandInRequest: Sendable {
  /// What is asked for a build.
  package enum Wish: Sendable, Hashable {
    /// The image that the builder's own words tell.
    case byWords
    case image(String)
    case never
  }

  /// Whether builds of which nothing is said have one, too.
  package var isForAll: Bool
  /// The wishes by the name of a build, the type of a builder, or `*`; earlier ones count before later ones.
  package var wishes: [(name: String, wish: Wish, location: Location?)]

  package init(isForAll: Bool = false, wishes: [(name: String, wish: Wish, location: Location?)] = []) {
    self.isForAll = isForAll
    self.wishes = wishes
  }

  /// What is asked for a build: by its name before its type, by its type before all.
  func wish(for build: String, of type: String) -> (wish: Wish, location: Location?)? {
    for name in [build, type, "*"] {
      if let found = wishes.first(where: { $0.name == name }) { return (found.wish, found.location) }
    }
    return isForAll ? (.byWords, nil) : nil
  }

  /// This request, with another's wishes counting after its own.
  package func over(_ other: StandInRequest) -> StandInRequest {
    StandInRequest(isForAll: isForAll || other.isForAll, wishes: wishes + other.wishes)
  }
}

/// All that the choice of a stand-in depends on beside the template.
package struct StandIns: Sendable {
  package var request: StandInRequest
  /// Made when it is asked for: few templates need it.
  private let known: @Sendable () -> StandInTable

  /// Nothing is known, nothing asked for.
  package static let none = StandIns { .empty }

  package init(_ request: StandInRequest = StandInRequest(), table: @escaping @Sendable () -> StandInTable) {
    self.request = request
    known = table
  }

  /// What is known of containers that stand in for machines, made anew each time.
  package var table: StandInTable { known() }
}
