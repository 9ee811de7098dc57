import Packer

/// A component's options with one thing changed, as JSON without its braces.
struct Mutation: Sendable {
  let about: String
  let options: String

  /// One fault or oddity for each option of a component: left out, of another type, empty, an unknown name.
  static func all(of facts: Component, written: [(name: String, json: String)]) -> [Mutation] {
    func json(_ entries: [(name: String, json: String)]) -> String {
      entries.map { "\"\($0.name)\": \($0.json)" }.joined(separator: ", ")
    }
    var mutations = [Mutation(about: "as it is", options: json(written))]
    for entry in written {
      mutations.append(
        Mutation(about: "no \(entry.name)", options: json(written.filter { $0.name != entry.name })))
    }
    mutations.append(Mutation(about: "unknown", options: json(written + [("zzz_unknown", "1")])))
    for name in facts.options.keys.sorted() {
      guard let option = facts.options[name], option.since == nil else { continue }
      for value in values(of: option.type) {
        let others = written.filter { $0.name != name }
        mutations.append(Mutation(about: "\(name) = \(value)", options: json(others + [(name, value)])))
      }
    }
    return mutations
  }

  private static func values(of type: OptionType) -> [String] {
    switch type {
    case .string: ["[]", "\"\"", "\"{{nope}}\""]
    case .bool, .trilean: ["\"maybe\"", "true"]
    case .int, .uint, .float: ["\"abc\"", "1"]
    case .duration: ["\"5\"", "\"5m\""]
    case .bytes: ["\"x\""]
    case .any: ["\"x\""]
    case .object, .map: ["\"x\"", "{}"]
    case .list(.object): ["\"x\"", "[]"]
    case .list: ["{\"a\": 1}", "[]"]
    }
  }
}
