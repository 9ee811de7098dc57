import DataSyntax
package import Diagnostics
import Image
package import Source

/// The way from a file to a spec of container-structure-test.
package enum StructureTestFile {
  /// Whether a file is one of container-structure-test: its root has a `schemaVersion`.
  package static func isOne(_ file: SourceFile) -> Bool {
    let key = Array("schemaversion".utf8)
    guard file.bytes.holds(key, foldingCase: true) else { return false }
    let (tree, _) = DataParser.parse(FirstDocument.text(of: file), as: syntax(of: file))
    return tree.root.entries.contains { $0.key.string?.lowercased() == "schemaversion" }
  }

  /// Reads a file, JSON by its suffix, YAML otherwise; what is wrong comes beside it, at the exact place.
  ///
  /// A file with an error among the diagnostics still makes a spec: of it the original says what is wrong as the result of
  /// a test. `number` is the file's place among those of a run.
  package static func read(
    _ file: SourceFile, _ settings: StructureTestSettings, number: Int = 0
  ) -> (spec: StructureTestSpec, diagnostics: [Diagnostic]) {
    var reading = FileReading(file, syntax(of: file), settings)
    let content = reading.content()
    let spec = StructureTestSpec(
      file.id, digest: Digest(of: file.bytes), content, settings, number: number)
    return (spec, reading.diagnostics.sorted())
  }

  private static func syntax(of file: SourceFile) -> DataSyntaxKind {
    file.id.path.hasSuffix(".json") ? .json : .yaml
  }
}

/// Reads one file: its syntax, its version, and then what that version has.
private struct FileReading {
  let file: SourceFile
  let syntax: DataSyntaxKind
  let settings: StructureTestSettings
  private(set) var diagnostics: [Diagnostic] = []

  init(_ file: SourceFile, _ syntax: DataSyntaxKind, _ settings: StructureTestSettings) {
    self.file = file
    self.syntax = syntax
    self.settings = settings
  }

  private var start: Location { Location(file.id, ByteRange(at: 0)) }

  mutating func content() -> StructureTestSpec.Content {
    guard [".json", ".yaml", ".yml"].contains(where: file.id.path.hasSuffix) else {
      return broken(
        "Please provide valid JSON or YAML config file", "the name of the file tells no format", at: start,
        help: "let it end with `.yaml`, `.yml` or `.json`")
    }
    let text = FirstDocument.text(of: file)
    if settings.isStrict, syntax == .yaml, let directive = YAMLVersion.laterDirective(in: text) {
      return broken(
        "yaml: found incompatible YAML document", "the original reads version 1.1 of YAML alone",
        at: text.location(of: directive), help: "leave the line out")
    }
    let (tree, faults) = DataParser.parse(text, as: syntax, merging: .laterFirst)
    diagnostics += faults
    if let fault = faults.first(where: { $0.severity == .error }) {
      let line = file.position(at: fault.primary.range.start).line
      return .broken(
        syntax == .json ? fault.message : "yaml: line \(line): \(fault.message)", fault.primary)
    }
    switch version(of: tree.root) {
    case .failure(let refusal): return refusal.content
    case .success(let version): return tests(tree.root, version)
    }
  }

  private struct Refusal: Error { let content: StructureTestSpec.Content }

  private mutating func version(of root: DataNode) -> Result<SchemaVersion, Refusal> {
    var reader = StructureReader(file, syntax, settings.compatibility)
    let trail = StructureReader.Trail(record: "SchemaVersion", names: ["SchemaVersion"])
    let all = root.entries.filter { entry in
      let key = entry.key.string ?? ""
      return syntax == .json ? GoFolding.equal("schemaVersion", key) : key == "schemaVersion"
    }
    // JSON passes over null.
    let written = all.last { syntax == .yaml || $0.value.kind != .null } ?? all.last
    let part: Part?
    if root.kind == .mapping {
      part = written.flatMap { reader.part($0.value, as: .text, trail) }
    } else {
      part = reader.part(root, as: .record(.versionHolder))
    }
    if let complaint = reader.complaint {
      diagnostics += reader.diagnostics
      return .failure(Refusal(content: .broken(complaint, root.location)))
    }
    guard let text = part?.text, !text.isEmpty, let written else {
      return .failure(
        Refusal(
          content: broken(
            "Please provide schema version", "the file names no version", at: written?.key.location ?? start,
            help: "write `schemaVersion: 2.0.0` at its top")))
    }
    guard let version = SchemaVersion(rawValue: text) else {
      return .failure(
        Refusal(
          content: broken(
            "Unsupported schema version: \(text)", "there is no version `\(text)`",
            at: written.value.location,
            help: "write `2.0.0`, or `1.0.0` for the older form")))
    }
    return .success(version)
  }

  private mutating func tests(_ root: DataNode, _ version: SchemaVersion) -> StructureTestSpec.Content {
    var reader = StructureReader(file, syntax, settings.compatibility)
    let part = reader.part(root, as: .record(.file(version)))
    diagnostics += reader.diagnostics
    guard reader.complaint == nil, let part else {
      return .broken("error unmarshalling config: \(reader.complaint ?? "")", root.location)
    }
    var builder = SuiteBuilder(version: version, syntax: syntax, settings: settings)
    let suite = builder.suite(part)
    diagnostics += builder.diagnostics
    if suite.isEmpty, diagnostics.allSatisfy({ $0.severity != .error }) {
      diagnostics.append(
        Diagnostic(
          "spec/asserts-nothing", .error, "the spec asserts nothing", at: start,
          help: "a spec that asserts nothing would pass on any image"))
    }
    return .tests(suite)
  }

  private mutating func broken(
    _ complaint: String, _ message: String, at location: Location, help: String
  ) -> StructureTestSpec.Content {
    diagnostics.append(Diagnostic("spec/wrong-value", .error, message, at: location, help: help))
    return .broken(complaint, location)
  }
}
