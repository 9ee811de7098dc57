import DataSyntax
import Source

/// Reads the metadata test of container-structure-test as what is expected of the image.
struct StructureTestMetadataReader {
  private(set) var leftOut: [SpecDraft.LeftOut] = []
  private var assertions: [SpecDraft.Assertion] = []
  private let test: DataNode

  init(_ test: DataNode) {
    self.test = test
    read()
  }

  var things: [SpecDraft.Thing] {
    assertions.isEmpty ? [] : [SpecDraft.Thing("image", "", at: test.location, assertions)]
  }

  private mutating func read() {
    for (key, property) in [("user", "user"), ("workdir", "workdir")] {
      if let node = test[key], let text = node.string, !text.isEmpty {
        add(property, key == "user" ? DraftMatcher.literal(text) : .string(text), node)
      }
    }
    for (key, property) in [("entrypoint", "entrypoint"), ("cmd", "cmd")] {
      if let node = test[key], node.kind == .sequence {
        add(property, .strings(node.items.map { $0.string ?? "" }), node)
      }
    }
    named("envVars", "env")
    unbound()
    named("labels", "labels")
    // Its ports have no protocol, but where one is written.
    lists("exposedPorts", "unexposedPorts", "exposed-ports") {
      $0.contains("/") ? .string($0) : DraftMatcher.named("have-prefix", .string($0 + "/"))
    }
    lists("volumes", "unmountedVolumes", "volumes") { .string($0) }
  }

  private mutating func named(_ key: String, _ property: String) {
    guard let node = test[key], !node.items.isEmpty else { return }
    let members = node.items.map { item -> JSONText.Member in
      let value = item["value"]?.string ?? ""
      let isExpression = item["isRegex"]?.bool == true
      return .init(
        item["key"]?.string ?? "",
        isExpression ? DraftMatcher.named("match-regexp", .string(value)) : DraftMatcher.literal(value))
    }
    if members.contains(where: { DraftMatcher.names.contains($0.key) }) {
      return leftOut.append(.init("`\(key)`: a name is the word of a matcher", at: node.location))
    }
    add(property, .object(StructureTestMembers.lastOnes(members)), node)
  }

  private mutating func unbound() {
    guard let node = test["unboundEnvVars"], !node.items.isEmpty else { return }
    guard test["envVars"]?.items.isEmpty ?? true else {
      return leftOut.append(
        .init(
          "`unboundEnvVars` of the metadata test: what `envVars` asserts and what it forbids do not go into one `env`",
          at: node.location))
    }
    let matchers = node.items.map { item in
      DraftMatcher.named("not", DraftMatcher.named("have-key", .string(item["key"]?.string ?? "")))
    }
    add("env", DraftMatcher.all(matchers), node)
  }

  private mutating func lists(
    _ wanted: String, _ unwanted: String, _ property: String, _ element: (String) -> JSONText
  ) {
    let present = (test[wanted]?.items ?? []).map { element($0.string ?? "") }
    // A port with a protocol is never found by the original.
    let absent = (test[unwanted]?.items ?? []).compactMap(\.string)
    for text in absent where property == "exposed-ports" && text.contains("/") {
      leftOut.append(
        .init(
          "port `\(text)` of `\(unwanted)`: container-structure-test never finds a port with a protocol",
          at: test[unwanted]?.location))
    }
    let forbidden = absent.filter { property != "exposed-ports" || !$0.contains("/") }.map {
      DraftMatcher.named("not", DraftMatcher.named("contain-element", element($0)))
    }
    let all = (present.isEmpty ? [] : [JSONText.array(present)]) + forbidden
    if !all.isEmpty { add(property, DraftMatcher.all(all), test[wanted] ?? test[unwanted] ?? test) }
  }

  private mutating func add(_ property: String, _ value: JSONText, _ node: DataNode) {
    assertions.append(
      .init(property, value, at: node.location, boundBy: UnsetSetting.reason(property, value)))
  }
}
