import DataSyntax
import Host
import Matching
import Source
import Support
import Testing

@testable import Lint

/// The schema of the configuration, printed by `ovenproof schema configuration`, knows what the reader knows.
@Suite struct ConfigurationSchemaTests {
  private static let path = Repository.root + "/docs/schemas/configuration-1.schema.json"

  private static func schema() throws -> DataNode {
    let source = SourceFile(FileID("schema.json"), bytes: try CaseFolder.bytes(of: path))
    return DataParser.parse(DerivedText(source), as: .json).tree.root
  }

  private static func keys(_ pointer: String) throws -> [String] {
    let node = try #require(try schema().tree.node(at: pointer + "/properties"))
    return node.entries.compactMap(\.key.string).sorted()
  }

  @Test func `It has the keys that the reader takes`() throws {
    #expect(try Self.keys("") == ConfigurationReader.keys.sorted())
    #expect(try Self.keys("/properties/templates/items") == ConfigurationReader.templateKeys.sorted())
    #expect(
      try Self.keys("/properties/per-path/additionalProperties") == ConfigurationReader.pathKeys.sorted())
    #expect(try Self.keys("/properties/snapshots") == ConfigurationReader.snapshotKeys.sorted())
    #expect(try Self.keys("/properties/registries") == ConfigurationReader.registryKeys)
    #expect(try Self.keys("/properties/stand-ins") == ConfigurationReader.standInKeys.sorted())
    #expect(try Self.keys("/$defs/own-rule") == OwnRuleReader.keys.sorted())
    #expect(try Self.keys("/$defs/matcher") == MatcherParser.names.sorted())
  }

  @Test func `It has the severities that the reader takes`() throws {
    let severities = try #require(try Self.schema().tree.node(at: "/$defs/severity/enum"))
    #expect(severities.items.compactMap(\.string) == ConfigurationReader.severities)
  }

  /// Configurations, and whether they are sound.
  private static let samples: [(text: String, isSound: Bool)] = [
    ("", false), ("# nothing yet\n", true), ("{}", true), ("[]", false), ("text", false),
    ("select: [packer/*, docker]", true), ("select: packer/*", true), ("ignore:", true),
    ("select: [[docker]]", false), ("ignore: {docker: off}", false), ("selects: [docker]", false),
    ("rules: {packer/plain-secret: off, docker: error}", true), ("rules: {packer/plain-secret: false}", true),
    ("rules: {packer/plain-secret: loud}", false), ("rules: [packer/plain-secret]", false),
    ("per-path: {a/**: {ignore: [docker], rules: {docker: info}}}", true), ("per-path: {a: }", true),
    ("per-path: {a: {select: [docker]}}", false), ("per-path: [a]", false),
    ("exclude: [vendor/, '*.json']", true), ("exclude: [{a: 1}]", false),
    ("fail-on: warning", true), ("fail-on: never", false), ("fail-on: true", false),
    ("baseline: b.json", true), ("baseline: [b.json]", false), ("baseline: ''", false),
    (
      "templates: [{path: a/*.json, name: x, working-directory: a, var-files: [a.json], vars: {n: 1, t: x, b: true}}]",
      true
    ),
    ("templates: [{path: a.json, var-files: a.json}]", true), ("templates:", true),
    ("templates: {path: a.json}", false), ("templates: [{name: x}]", false),
    ("templates: [{path: a.json, folder: x}]", false), ("templates: [{path: a.json, vars: {n: [1]}}]", false),
    ("templates: [{path: a.json, vars: {n: }}]", false), ("templates: [a.json]", false),
    (
      "stand-ins: {builds: {web: 'debian:12', db: auto, win: off}, images: {'a:1': 'b:2'}, packages: [curl]}",
      true
    ),
    ("stand-ins: {systems: [{says: 'acme-(\\d+)', image: 'acme:$1'}, {says: x, foreign: BeOS}]}", true),
    ("stand-ins:", true), ("stand-ins: [web]", false), ("stand-ins: {build: {}}", false),
    ("stand-ins: {builds: {web: [a]}}", false), ("stand-ins: {images: {a: 'b c'}}", false),
    ("stand-ins: {systems: [{image: a}]}", false), ("stand-ins: {systems: [{says: a, picture: b}]}", false),
    ("stand-ins: {systems: {says: a}}", false),
    ("components: [packer]", false), ("packer-version: 1.8.4", true), ("packer-version: 1.8", true),
    ("packer-version: v1.7.0-beta1", true), ("packer-version: '>= 1.6'", false),
    ("packer-version: [1]", false),
    ("snapshots: {max-age: 7d, size: 10 GB}", true), ("snapshots: {max-age: never}", true),
    ("snapshots: {max-age: 0, size: 1000}", true), ("snapshots: {max-age: 7}", false),
    ("snapshots: {max-age: soon}", false), ("snapshots: {size: much}", false),
    ("snapshots: {age: 1h}", false), ("registries: {patience: 10m}", true),
    ("registries: {patience: never}", true), ("registries: {patience: 0s}", false),
    ("registries: {patience: long}", false), ("registries: {timeout: 1m}", false),
    ("snapshots: [7d]", false), ("rules-as-of: 0.1", true), ("rules-as-of: 0.1.0", true),
    ("rules-as-of: now", false),
    ("own-rules: [{id: a/b, at: /builders/*/image, when: latest, message: no}]", true),
    ("own-rules: {id: a/b, at: /builders, missing: true, message: no}", true),
    (
      "own-rules: [{id: a/b, at: /x, when: {not: {have-prefix: r/}}, message: no, severity: error, help: h}]",
      true
    ),
    ("own-rules: [{id: a/b, at: /x, when: {and: [{have-len: 3}, {match-regexp: x}]}, message: no}]", true),
    ("own-rules: [{id: a, at: /x, when: y, message: no}]", false),
    ("own-rules: [{id: a/b, when: y, message: no}]", false),
    ("own-rules: [{id: a/b, at: x, when: y, message: no}]", false),
    ("own-rules: [{id: a/b, at: /x, message: no}]", false),
    ("own-rules: [{id: a/b, at: /x, when: y}]", false),
    ("own-rules: [{id: a/b, at: /x, when: y, missing: true, message: no}]", false),
    ("own-rules: [{id: a/b, at: /x, when: {has: y}, message: no}]", false),
    ("own-rules: [{id: a/b, at: /x, when: {gt: 1, lt: 2}, message: no}]", false),
    ("own-rules: [{id: a/b, at: /x, when: y, message: no, severity: loud}]", false),
    ("own-rules: [{id: a/b, at: /x, when: y, message: no, level: error}]", false),
  ]

  private static func isSoundToReader(_ text: String) -> Bool {
    let tree = MemoryFileTree([
      ".ovenproof.yaml": Array(text.utf8), ".git/HEAD": [], "a.json": [], "a/machine.json": [],
    ])
    return ConfigurationLoader(tree: tree).load(for: "/").diagnostics.isEmpty
  }

  @Test func `The reader finds the samples sound or not`() {
    for (text, isSound) in Self.samples { #expect(Self.isSoundToReader(text) == isSound, "\(text)") }
  }

  @Test("check-jsonschema finds the same of the samples and of the fixtures", .enabled(if: Checkers.areThere))
  func judged() async throws {
    // That a path leads nowhere, or that nothing is said, only the reader can tell.
    let samples = Self.samples.filter { !$0.text.isEmpty && !$0.text.hasPrefix("components") }
    try await TemporaryFolder.with { folder in
      for (number, sample) in samples.enumerated() {
        try HostFile.write(Array((sample.text + "\n").utf8), to: "\(folder)/\(number).yaml")
      }
      let refused = try await Self.refused(samples.indices.map { "\(folder)/\($0).yaml" })
      for (number, sample) in samples.enumerated() {
        #expect(refused.contains("\(folder)/\(number).yaml") != sample.isSound, "\(sample.text)")
      }
    }
    let fixtures = try await Checkers.run([
      "find", Repository.fixture("configuration"), "-name", ".ovenproof.yaml",
    ])
    let files = fixtures.text.split(separator: "\n").map(String.init)
    #expect(files.count > 5)
    let refused = try await Self.refused(files)
    #expect(
      refused == Set(["effects", "faults"].map { Repository.fixture("configuration/\($0)/.ovenproof.yaml") }))
  }

  /// Those of the files that the schema refuses.
  private static func refused(_ files: [String]) async throws -> Set<String> {
    let answer = try await Checkers.run(
      [Checkers.path("check-jsonschema"), "--no-cache", "--output-format", "json", "--schemafile", path]
        + files)
    let source = SourceFile(FileID("answer.json"), bytes: Array(answer.text.utf8))
    let root = DataParser.parse(DerivedText(source), as: .json).tree.root
    let faults = (root["errors"]?.items ?? []) + (root["parse_errors"]?.items ?? [])
    #expect((answer.status == 0) == faults.isEmpty, "\(answer.text)")
    return Set(faults.compactMap { $0["filename"]?.string })
  }
}
