import DataSyntax
package import Host
import Packer
package import Plan
package import Project
import RuleCatalog
import Source
import Support

/// A run of Packer 1.6.6 with a stand-in `docker`: the template, and every call that it made.
package struct RecordedRun: Sendable, CustomStringConvertible {
  /// One call of `docker`, or of a program on the host.
  package struct Call: Sendable, Equatable {
    package var arguments: [String]
    /// The content of the one file that a `cp` was fed, and its mode.
    package var file: String?
    package var mode: String?
    package var exitCode: Int32

    package init(
      arguments: [String], file: String? = nil, mode: String? = nil, exitCode: Int32 = 0
    ) {
      self.arguments = arguments
      self.file = file
      self.mode = mode
      self.exitCode = exitCode
    }
  }

  package let name: String
  package let calls: [Call]
  package let wholePlan: Plan
  /// Whether Packer ended well.
  package let succeeded: Bool
  /// What Packer left on the host, by path; bytes that are no text begin with `<binary`.
  package let files: [String: String]

  package var description: String { name }
  /// Of a template with several builds the first.
  package var plan: BuildPlan { wholePlan.builds[0] }

  /// The folder of the runs, and the one in which Packer ran.
  package static let folder = Repository.fixture("packer-exec")
  /// Where the recorded runs put what they made.
  package static let output = "/tmp/pv/out"

  /// Reads a run and plans its template.
  package static func load(_ name: String) throws -> RecordedRun {
    try load(name, try Plan.of(name + ".json", in: Disk(workingDirectory: folder)))
  }

  /// Reads a run whose template is copied to a folder with all that it reads, so that it can be baked there.
  package static func load(_ name: String, copiedTo place: String) async throws -> RecordedRun {
    let disk = Disk(workingDirectory: folder)
    let template = String(decoding: try disk.read(name + ".json", limit: 1 << 20), as: UTF8.self)
    try HostFile.write(
      Array(template.replacing(output, with: place + "/out").utf8), to: "\(place)/\(name).json")
    try HostFile.makeFolder(place + "/out")
    _ = try await Command(["cp", "-a", folder + "/fixtures", place]).output()
    return try load(name, try Plan.of(name + ".json", in: Disk(workingDirectory: place)))
  }

  private static func load(_ name: String, _ plan: Plan) throws -> RecordedRun {
    let bytes = try Disk(workingDirectory: folder).read(name + ".trace.json", limit: 1 << 20)
    let trace = DataParser.parse(DerivedText(SourceFile(FileID(name), bytes: bytes)), as: .json).tree.root
    guard !plan.builds.isEmpty else { throw Absence(what: "a build of \(name)") }
    var files: [String: String] = [:]
    for entry in trace["files"]?.entries ?? [] { files[entry.key.string ?? ""] = entry.value.string }
    return RecordedRun(
      name: name, calls: (trace["calls"]?.items ?? []).compactMap(Self.call), wholePlan: plan,
      succeeded: trace["exit"]?.integer == 0, files: files)
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
  package static func of(_ path: String, in files: some FileTree) throws -> Plan {
    try project(path, in: files).map { Plan.make(for: $0) }.orThrow(path)
  }

  /// The project of a template in a tree of files.
  package static func project(
    _ path: String, in files: some FileTree, digests: ProjectInputs.Digests = .none,
    standIns: StandInRequest? = nil
  ) throws -> Project? {
    var store = SourceStore(files)
    guard let template = PackerTemplate.read(try store.read(path)).0 else { return nil }
    let inputs = TemplateInputs(workingDirectory: files.workingDirectory)
    let catalog = ComponentCatalog.load(
      RuleCatalog.componentFiles.map { ComponentFile(path: $0.path, bytes: $0.bytes) }, for: [template]
    ).catalog
    let evaluation = template.evaluate(inputs: inputs, files: files, catalog: catalog)
    var place = ProjectInputs(digests: digests)
    if let standIns { place.standIns = StandIns(standIns) { StandInTable(RuleCatalog.standIns) } }
    return Project.load(FileID(path), evaluation, with: place, from: &store)
  }
}

/// Something that a test needs and does not find.
package struct Absence: Error {
  package let what: String

  package init(what: String) { self.what = what }
}

extension Optional {
  /// The value; an error that names what is absent.
  package func orThrow(_ what: String) throws -> Wrapped {
    guard let self else { throw Absence(what: what) }
    return self
  }
}

extension String {
  /// The text with blanks and line ends squeezed, for configuration files whose layout does not matter.
  package var squeezed: String {
    guard contains("cookbook_path") || contains("chef_server_url") || contains("client_key") else {
      return self
    }
    return split { $0 == " " || $0 == "\t" || $0 == "\n" }.joined(separator: " ")
  }
}
