import DataSyntax
import Diagnostics
import GoTemplate
import Host
import Source
import Sprig

/// Reads a goss file with all that it includes.
struct GossReader {
  /// How deep files may include each other.
  private static let depthLimit = 50
  /// How many files a run may include in all, so that files which include each other in many ways end.
  private static let countLimit = 10_000

  private let files: any FileTree
  private let options: GossOptions
  private let variables: [GoKey: PlainValue]
  private let syntax: DataSyntaxKind
  private(set) var sources: [SourceFile] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// What goss says on standard error.
  private(set) var warnings: [String] = []
  /// What each file came to once its template was rendered, for people who look for a fault.
  private(set) var rendered: [DerivedText] = []

  init(
    _ files: any FileTree, _ options: GossOptions, variables: [GoKey: PlainValue], syntax: DataSyntaxKind
  ) {
    self.files = files
    self.options = options
    self.variables = variables
    self.syntax = syntax
  }

  /// The resources of a file, includes and all, in the order in which goss takes them up.
  mutating func resources(of file: SourceFile) throws(GossFault) -> [GossResource] {
    var set = GossResourceSet()
    try take(file, depth: 1, into: &set)
    warnings += set.warnings
    return set.resources
  }

  private mutating func take(
    _ file: SourceFile, depth: Int, into set: inout GossResourceSet
  ) throws(GossFault) {
    let section = try read(file)
    try merge(section, of: file, depth: depth, into: &set)
  }

  private mutating func merge(
    _ content: GossContent, of file: SourceFile, depth: Int, into set: inout GossResourceSet
  ) throws(GossFault) {
    guard depth < Self.depthLimit else {
      throw GossFault("max depth of 50 reached, possibly due to dependency loop in goss file")
    }
    for resource in content.resources { set.put(resource) }
    let includes = content.includes.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    for include in includes where !include.isSkipped {
      let pattern = include.text("file") ?? include.name
      let path =
        pattern.hasPrefix("/") ? pattern : GossPaths.joined(GossPaths.folder(of: file.id.path), pattern)
      let matches: [String]
      do throws(GoFilePattern.Fault) { matches = try GossPaths.matches(of: path, in: files) } catch {
        throw GossFault(
          "error in expanding glob pattern: \(GoQuotedText.quoted(GoFilePattern.Fault.message))",
          at: include.origin, help: "a `[` opens a set, which a `]` closes; `\\[` stands for itself"
        )
      }
      guard !matches.isEmpty else {
        throw GossFault(
          "no matched files were found: \(GoQuotedText.quoted(path))", at: include.origin,
          help: "paths are relative to the folder of the file that includes them")
      }
      for match in matches { try self.include(match, from: include, depth: depth, into: &set) }
    }
  }

  private mutating func include(
    _ path: String, from include: GossResource, depth: Int, into set: inout GossResourceSet
  ) throws(GossFault) {
    guard sources.count < Self.countLimit else {
      throw GossFault("more than \(Self.countLimit) files are included", at: include.origin)
    }
    let file: SourceFile
    let content: GossContent
    do throws(HostError) {
      file = SourceFile(FileID(path), bytes: try files.read(path, limit: GossFile.sizeLimit))
    } catch {
      throw GossFault(
        "could not read json data in \(path): file error: \(error.goWords(reading: path))", at: include.origin
      )
    }
    do throws(GossFault) { content = try read(file) } catch {
      throw error.included("could not read json data in \(path): ")
    }
    do throws(GossFault) { try merge(content, of: file, depth: depth + 1, into: &set) } catch {
      throw error.included("could not write json data: ")
    }
  }

  /// Renders and parses one file.
  private mutating func read(_ file: SourceFile) throws(GossFault) -> GossContent {
    sources.append(file)
    let template = GoTemplate(DerivedText(file))
    let text: DerivedText
    switch SprigTemplate(options.machine).render(template, variables: variables) {
    case .success(let result): text = result
    case .failure(let fault): throw GossFault(fault.message, at: fault.location)
    }
    rendered.append(text)
    let (readable, tree, fault) = GossEncoding.parse(text, as: syntax)
    if let fault {
      throw GossFault(
        "\(syntax.rawValue): line \(GossContentReader.line(of: fault.primary, in: readable)): \(fault.message)",
        at: fault.primary, help: fault.help)
    }
    if syntax == .yaml, let directive = YAMLVersion.laterDirective(in: readable) {
      throw GossFault(
        "yaml: found incompatible YAML document", at: readable.location(of: directive),
        help: "goss reads version 1.1 alone; leave the line out")
    }
    var reader = GossContentReader(text: readable, syntax: syntax)
    let content = try reader.content(tree)
    diagnostics += reader.diagnostics
    return content
  }
}

/// The resources of all files: of two with the same type and key the later one counts as a whole.
private struct GossResourceSet {
  private(set) var resources: [GossResource] = []
  private(set) var warnings: [String] = []
  private var places: [[UInt8]: Int] = [:]

  mutating func put(_ resource: GossResource) {
    // By bytes: texts that mean the same are equal to Swift.
    let key = Array((resource.kind.word + "\0" + resource.name).utf8)
    guard let place = places[key] else {
      places[key] = resources.count
      resources.append(resource)
      return
    }
    resources[place] = resource
    warnings.append(
      "[WARN] Duplicate key detected: '\(resource.kind.word): \(resource.name)'. "
        + "The value from a later-loaded goss file has overwritten the previous value.")
  }
}
