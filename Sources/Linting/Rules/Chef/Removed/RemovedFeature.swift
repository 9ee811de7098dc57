import Chef
import DataSyntax
import Diagnostics
import Project
import RuleCatalog
import Source

/// Something of Chef that a major version took away.
struct RemovedFeature: Sendable {
  /// A resource, method, property or constant by its name.
  let name: String
  /// The first major version without it.
  let since: Int
  /// What stands in for it, in words.
  let instead: String
  /// What a method is sent to; nil for a word of recipes.
  let receiver: String?
  /// The resources that had a property; empty for all.
  let resources: [String]
  /// The one value that is meant.
  let value: String?

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
  }
}

/// What `rules/chef/removed.yaml` says.
struct RemovedFeatures: Sendable {
  let resources: [RemovedFeature]
  let methods: [RemovedFeature]
  let properties: [RemovedFeature]
  let constants: [String: RemovedFeature]

  static let known = RemovedFeatures(RuleCatalog.removedChefFeatures)

  private init(_ bytes: [UInt8]) {
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

extension ChefStep {
  /// How grave the use of a feature is at a place; nil where the client still has it.
  func gravity(of feature: RemovedFeature, isMet: Bool) -> RemovedUse? {
    switch chef.client.version.judged.isAtLeast(feature.since) {
    case true?:
      RemovedUse(feature, severity: isMet ? .error : .warning, words: "is gone since Chef \(feature.since)")
    case nil:
      RemovedUse(
        feature, severity: .warning,
        words: "is gone since Chef \(feature.since), and which one runs cannot be told")
    case false?: nil
    }
  }
}
