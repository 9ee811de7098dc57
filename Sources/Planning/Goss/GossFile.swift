import Expectation
import DataSyntax
package import Diagnostics
import GoTemplate
package import Host
import Image
package import Source
import Sprig

/// A goss file with all that it includes, as the spec that it is.
package struct GossFile: Sendable {
  package let spec: GossSpec
  /// What is wrong and stops nothing.
  package let diagnostics: [Diagnostic]
  /// What goss says on standard error, without its clock.
  package let warnings: [String]
  /// Every file that was read, the file itself first.
  package let sources: [SourceFile]
  /// What each file came to once its template was rendered.
  private let rendered: [DerivedText]
  private let syntax: DataSyntaxKind

  /// The largest file that is read.
  package static let sizeLimit = 1 << 26
  /// The path that stands for the standard input.
  package static let standardInput = "-"

  /// Reads a file; `files` are those of the machine that includes are looked for in.
  package static func read(
    _ file: SourceFile, in files: any FileTree, _ options: GossOptions
  ) throws(GossFault) -> GossFile {
    let variables = try options.variables(from: files)
    return try read(file, try syntax(of: file), in: files, options, variables)
  }

  /// Reads the file at a path; what is wrong comes in goss's order: variables, the file's suffix, the file.
  package static func read(
    at path: String, in files: any FileTree, _ options: GossOptions
  ) throws(GossFault) -> GossFile {
    let variables = try options.variables(from: files)
    let empty = SourceFile(FileID(path), bytes: [])
    let syntax = try syntax(of: empty)
    let file: SourceFile
    do throws(HostError) {
      file = SourceFile(FileID(path), bytes: try files.read(path, limit: sizeLimit))
    } catch {
      throw GossFault("file error: \(error.goWords(reading: path))")
    }
    return try read(file, syntax, in: files, options, variables)
  }

  private static func read(
    _ file: SourceFile, _ syntax: DataSyntaxKind, in files: any FileTree, _ options: GossOptions,
    _ variables: [GoKey: PlainValue]
  ) throws(GossFault) -> GossFile {
    var reader = GossReader(files, options, variables: variables, syntax: syntax)
    let resources = try reader.resources(of: file)
    guard options.mayBeEmpty || !resources.isEmpty else {
      throw GossFault(
        "found 0 tests, source: \(file.id.path == standardInput ? "STDIN" : file.id.path)",
        help: "a spec that asserts nothing would pass on any image")
    }
    let spec = GossSpec(
      file: file.id, digest: Digest(of: file.bytes), resources: resources,
      compatibility: options.compatibility, packaging: options.packaging)
    return GossFile(
      spec: spec, diagnostics: reader.diagnostics, warnings: reader.warnings, sources: reader.sources,
      rendered: reader.rendered, syntax: syntax)
  }

  /// By its suffix; the standard input is JSON where it can be, and YAML before its template is rendered.
  private static func syntax(of file: SourceFile) throws(GossFault) -> DataSyntaxKind {
    let path = file.id.path
    if path == standardInput {
      let text = DerivedText(file)
      if GossEncoding.parse(text, as: .json).fault == nil { return .json }
      if let fault = GossEncoding.parse(text, as: .yaml).fault {
        throw GossFault(
          "unable to determine format from content", at: fault.primary, help: fault.message)
      }
      return .yaml
    }
    let name = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    let suffix = name.lastIndex(of: ".").map { String(name[$0...]) } ?? ""
    switch suffix {
    case ".json": return .json
    case ".yaml", ".yml": return .yaml
    default:
      throw GossFault("unknown file extension: \(suffix)", help: "goss files end in .yaml, .yml or .json")
    }
  }

  /// What `goss render` prints; with `--debug` each file comes first as its template makes it.
  package func rendering(showingSteps: Bool) -> String {
    let steps = rendered.map { "DEBUG: file after text/template render\n\($0.string)\n" }.joined()
    return (showingSteps ? steps : "") + GossRendering(resources: spec.resources).text(as: syntax)
  }
}
