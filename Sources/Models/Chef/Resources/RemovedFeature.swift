import DataSyntax
import Source

/// Something of Chef that a major version took away.
package struct RemovedFeature: Sendable {
  /// A resource, method, property or constant by its name.
  package let name: String
  /// The first major version without it.
  package let since: Int
  /// What stands in for it, in words.
  package let instead: String
  /// What a method is sent to; nil for a word of recipes.
  package let receiver: String?
  /// The resources that had a property; empty for all.
  package let resources: [String]
  /// The one value that is meant.
  package let value: String?
  /// Whether nil is still taken, as what it was before.
  package let takesNil: Bool
  /// The method of today that did the same.
  let like: String?

  fileprivate init?(_ name: String, _ facts: DataNode) {
    guard let since = facts["since"]?.string.flatMap({ Int($0) }), let instead = facts["instead"]?.string
    else {
      return nil
    }
    self.name = name
    self.since = since
    self.instead = instead
    receiver = facts["on"]?.string
    resources = facts["of"]?.items.compactMap(\.string) ?? []
    value = facts["value"]?.string
    takesNil = facts["nil"]?.string == "taken"
    like = facts["like"]?.string
  }
}

/// What `rules/chef/removed.yaml` says.
package struct RemovedFeatures: Sendable {
  package let resources: [RemovedFeature]
  package let methods: [RemovedFeature]
  package let properties: [RemovedFeature]
  package let constants: [String: RemovedFeature]

  static let none = RemovedFeatures([])

  /// Reads the file.
  init(_ bytes: [UInt8]) {
    let file = SourceFile(FileID("chef/removed.yaml"), bytes: bytes)
    let root = DataParser.parse(DerivedText(file), as: .json).tree.root
    func named(_ key: String) -> [RemovedFeature] {
      (root[key]?.entries ?? []).compactMap { entry in
        entry.key.string.flatMap { RemovedFeature($0, entry.value) }
      }
    }
    func listed(_ key: String) -> [RemovedFeature] {
      (root[key]?.items ?? []).compactMap { item in
        item["name"]?.string.flatMap { RemovedFeature($0, item) }
      }
    }
    resources = named("resources")
    methods = listed("methods")
    properties = listed("properties")
    constants = Dictionary(named("constants").map { ($0.name, $0) }) { first, _ in first }
  }
}
