package import Source

/// A role as its file gives it.
package struct Role: Sendable, Hashable {
  /// The name of its file, by which it is found.
  package let name: String
  package let path: String
  /// The name that the file gives.
  package var innerName: Located<String>?
  package var runList = WrittenRunList()
  /// The run lists that replace it in an environment.
  package var environmentRunLists: [String: WrittenRunList] = [:]
  package var defaultAttributes: PlainValue?
  package var overrideAttributes: PlainValue?

  init(name: String, path: String) {
    self.name = name
    self.path = path
  }

  /// The run list that counts in an environment.
  package func runList(in environment: String) -> WrittenRunList {
    environmentRunLists[environment] ?? runList
  }
}

/// A run list as it is written somewhere, with why items may be missing from it.
package struct WrittenRunList: Sendable, Hashable {
  package var items: [RunListItem] = []
  package var unknown: UnknownReason?

  package init(_ items: [RunListItem] = [], unknown: UnknownReason? = nil) {
    self.items = items
    self.unknown = unknown
  }

  /// The items of a list of texts; anything else in it says nothing.
  package init(_ values: [PlainValue]) {
    self.init()
    for value in values {
      switch value.content {
      case .string(let text): items.append(RunListItem(text, at: value.location))
      case .array(let inner): items += WrittenRunList(inner).items
      case .unknown(let reason): unknown = reason
      default: continue
      }
    }
  }
}
