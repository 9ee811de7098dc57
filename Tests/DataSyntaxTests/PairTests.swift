import DataSyntax
import Source
import Support
import Testing

@Suite struct PairTests {
  /// A JSON document and the same in YAML.
  struct Pair: CustomStringConvertible {
    let name: String
    let json: Parsing
    let yaml: Parsing

    var description: String { name }

    static func load() throws -> [Pair] {
      let files = try CaseFolder.files(in: "data/pairs", endings: [".json", ".yaml"])
      return stride(from: 0, to: files.count, by: 2).map { index in
        Pair(
          name: String(files[index].name.dropLast(5)), json: Parsing(files[index].bytes),
          yaml: Parsing(files[index + 1].bytes, as: .yaml))
      }
    }
  }

  @Test(arguments: try Pair.load())
  func `YAML and JSON give one tree`(pair: Pair) {
    #expect(pair.json.messages.isEmpty)
    #expect(pair.yaml.messages.isEmpty)
    #expect(pair.yaml.tree.root.canonical == pair.json.tree.root.canonical)
  }

  @Test(arguments: try Pair.load())
  func `JSON read as YAML gives the same tree`(pair: Pair) {
    let asYAML = Parsing(pair.json.file.bytes, as: .yaml)
    #expect(asYAML.messages.isEmpty)
    #expect(asYAML.tree.root.canonical == pair.json.tree.root.canonical)
  }

  @Test(arguments: try Pair.load())
  func `Every byte of a scalar knows its place`(pair: Pair) {
    for parsing in [pair.json, pair.yaml] {
      #expect(parsing.unmapped.isEmpty)
    }
  }
}

extension Parsing {
  /// The nodes below the root, without those that an alias or a merge repeats.
  var nodes: [DataNode] {
    var found: [DataNode] = []
    var waiting = [tree.root]
    while let node = waiting.popLast() {
      found.append(node)
      waiting += node.items
      waiting += node.entries.flatMap { [$0.key, $0.value] }.filter { node.range.contains($0.range) }
    }
    return found
  }

  /// Scalars whose bytes do not come from where they say: a verbatim run that differs from the file, or a value that
  /// could only be mapped as a whole.
  var unmapped: [String] {
    nodes.compactMap { node in
      guard let scalar = node.scalar else { return nil }
      let isTrue = scalar.segments.allSatisfy { segment in
        !segment.isVerbatim
          || scalar.bytes[segment.range.indices].elementsEqual(file.bytes[segment.origin.range.indices])
      }
      let isWhole = scalar.segments.contains { !$0.isVerbatim && $0.range.count > 4 }
      return isTrue && !isWhole ? nil : node.canonical
    }
  }
}
