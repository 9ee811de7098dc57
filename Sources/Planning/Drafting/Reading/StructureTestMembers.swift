import DataSyntax

/// Parts that tests of container-structure-test share.
enum StructureTestMembers {
  /// Expressions that must and must not occur in a text.
  static func patterns(_ expected: DataNode?, _ excluded: DataNode?) -> [JSONText] {
    func matchers(_ node: DataNode?) -> [JSONText] {
      (node?.items ?? []).map { DraftMatcher.named("match-regexp", .string($0.string ?? "")) }
    }
    return matchers(expected) + matchers(excluded).map { DraftMatcher.named("not", $0) }
  }

  /// Variables as written, `{key: …, value: …}` each.
  static func variables(_ node: DataNode?) -> [JSONText.Member] {
    (node?.items ?? []).map { .init($0["key"]?.string ?? "", .string($0["value"]?.string ?? "")) }
  }

  /// Of members with the same key the last one.
  static func lastOnes(_ members: [JSONText.Member]) -> [JSONText.Member] {
    members.enumerated().filter { index, member in
      !members[(index + 1)...].contains { $0.key == member.key }
    }.map(\.element)
  }
}
