import DataSyntax
import Host
import Packer
import Plan
import Project
import RuleCatalog
import Source
import Support

/// A run of Packer 1.6.6 with a stand-in `docker`: the template, and every call that it made.
struct RecordedRun: Sendable, CustomStringConvertible {
  struct Call: Sendable, Equatable {
    var arguments: [String]
    /// The content of the one file that a `cp` was fed, and its mode.
    var file: String?
    var mode: String?
    var exitCode: Int32 = 0
  }

  let name: String
  let calls: [Call]
  let plan: BuildPlan

  var description: String { name }

  /// The folder of the runs, and the one in which Packer ran.
  static let folder = Repository.fixture("packer-exec")

  /// Reads a run and plans its template; of a template with several builds the first.
  static func load(_ name: String) throws -> RecordedRun {
    let disk = Disk(workingDirectory: folder)
    let trace = SourceFile(
      FileID(name), bytes: try disk.read(name + ".trace.json", limit: 1 << 20))
    let calls = DataParser.parse(DerivedText(trace), as: .json).tree.root["calls"]?.items ?? []
    let plan = try Plan.of(name + ".json", in: disk)
    return RecordedRun(
      name: name, calls: calls.compactMap(Self.call), plan: try plan.builds.first.orThrow(name))
  }

  /// A call as recorded; what only asks docker something is left out.
  private static func call(_ node: DataNode) -> Call? {
    let arguments = (node["argv"]?.items ?? []).compactMap(\.string)
    guard let verb = arguments.first, verb != "-v", verb != "inspect" else { return nil }
    let entry = node["stdin_tar"]?.items.first
    let isSent = verb == "cp" && arguments.dropFirst().first == "-"
    var call = Call(arguments: arguments.map { $0.normalised })
    call.exitCode = Int32(node["exit"]?.integer ?? 0)
    if isSent, let entry {
      // Packer's name of the entry is the last part of the destination.
      call.arguments[2] += "/" + (entry["name"]?.string ?? "?").normalised
      call.file = (entry["content"]?.string ?? "").normalised.squeezed
      call.mode = entry["mode"]?.string
    }
    return call
  }
}

extension Plan {
  /// The plan of a template in a tree of files.
  static func of(_ path: String, in files: some FileTree) throws -> Plan {
    try project(path, in: files).map { Plan.make(for: $0) }.orThrow(path)
  }

  /// The project of a template in a tree of files.
  static func project(
    _ path: String, in files: some FileTree, digests: ProjectInputs.Digests = .none
  ) throws -> Project? {
    var store = SourceStore(files)
    guard let template = PackerTemplate.read(try store.read(path)).0 else { return nil }
    let inputs = TemplateInputs(workingDirectory: files.workingDirectory)
    let catalog = ComponentCatalog.load(
      RuleCatalog.componentFiles.map { ComponentFile(path: $0.path, bytes: $0.bytes) }, for: [template]
    ).catalog
    let evaluation = template.evaluate(inputs: inputs, files: files, catalog: catalog)
    return Project.load(FileID(path), evaluation, with: ProjectInputs(digests: digests), from: &store)
  }
}

extension Optional {
  struct Absent: Error { let what: String }

  func orThrow(_ what: String) throws -> Wrapped {
    guard let self else { throw Absent(what: what) }
    return self
  }
}

extension String {
  /// The text with blanks and line ends squeezed, for configuration files whose layout does not matter.
  var squeezed: String {
    guard contains("cookbook_path") || contains("chef_server_url") || contains("client_key") else {
      return self
    }
    return split { $0 == " " || $0 == "\t" || $0 == "\n" }.joined(separator: " ")
  }
}
