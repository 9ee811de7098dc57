import DataSyntax
import Engine
import Host
import Image
import Plan
import Source

/// What an earlier build has made and done, kept after a post-processor had failed.
struct KeptBuild: Sendable {
  /// The digest of everything that led to the artifact.
  let recipe: String
  let built: Artifact
  /// Post-processors that were done with, by step id: what they did, and what they made.
  let done: [String: (recipe: String, output: Artifact)]

  /// What a post-processor has made, where it was done with and has not changed since.
  func output(of step: Step) -> Artifact? {
    guard let kept = done[step.id], kept.recipe == Self.digest(of: step.recipe) else { return nil }
    return kept.output
  }

  /// The digest of a recipe.
  static func digest(of text: String) -> String { Digest(of: Array(text.utf8)).hex }

  /// The digest of the steps before the post-processors, with the files that they read as these are now.
  static func recipe(of plan: BuildPlan, engine: String, files: Disk) -> String {
    let steps = plan.steps.filter { $0.kind != .postProcess }
    let parts = steps.map { step in
      let read = step.inputs.filter { $0.kind == .file || $0.kind == .directory }.map { input in
        "\(input.name) \(UploadDigest.tree(at: files.absolute(input.name)) ?? "absent")"
      }
      return ([step.recipe] + read).joined(separator: "\n")
    }
    return digest(of: ([engine] + parts).joined(separator: "\n\n"))
  }
}

/// Where kept builds lie: a file for each build of each template.
struct KeptBuildFile: Sendable {
  private static let sizeLimit = 16 << 20

  let path: String

  /// The file of a build; `template` is an absolute path.
  init(of build: String, template: String, in folder: String) {
    path = "\(folder)/\(KeptBuild.digest(of: "\(template)\u{0}\(build)").prefix(32)).json"
  }

  func remove() { HostFile.remove(path) }

  func write(_ build: KeptBuild) throws(HostError) {
    let done = build.done.sorted { $0.key < $1.key }.map { id, kept in
      JSONText.object([
        .init("step", .string(id)), .init("recipe", .string(kept.recipe)),
        .init("output", Self.text(kept.output)),
      ])
    }
    let document = JSONText.object([
      .init("recipe", .string(build.recipe)), .init("built", Self.text(build.built)),
      .init("done", .array(done)),
    ])
    try HostFile.makeFolder(HostFile.folder(of: path), mode: 0o700)
    try HostFile.write(JSONWriter.bytes(of: document, indented: true), to: path, mode: 0o600)
  }

  /// The kept build; nil where there is none that can be read.
  func read() -> KeptBuild? {
    guard let bytes = try? Disk(workingDirectory: "/").read(path, limit: Self.sizeLimit) else { return nil }
    let root = DataParser.parse(DerivedText(SourceFile(FileID(path), bytes: bytes)), as: .json).tree.root
    guard let recipe = root["recipe"]?.string, let built = root["built"].flatMap(Self.artifact) else {
      return nil
    }
    var done: [String: (recipe: String, output: Artifact)] = [:]
    for entry in root["done"]?.items ?? [] {
      guard let id = entry["step"]?.string, let recipe = entry["recipe"]?.string,
        let output = entry["output"].flatMap(Self.artifact)
      else { continue }
      done[id] = (recipe, output)
    }
    return KeptBuild(recipe: recipe, built: built, done: done)
  }

  private static func text(_ artifact: Artifact) -> JSONText {
    .members([
      ("maker", .string(artifact.maker.rawValue)), ("image", artifact.image.map { .string($0.id) }),
      ("name", artifact.image?.name.map { .string($0) }), ("names", .strings(artifact.names)),
      ("files", .strings(artifact.files)), ("words", .string(artifact.words)),
    ])
  }

  private static func artifact(_ node: DataNode) -> Artifact? {
    guard let maker = node["maker"]?.string.flatMap(Artifact.Maker.init) else { return nil }
    func texts(_ name: String) -> [String] { (node[name]?.items ?? []).compactMap(\.string) }
    return Artifact(
      maker, image: node["image"]?.string.map { EngineImage(id: $0, name: node["name"]?.string) },
      names: texts("names"), files: texts("files"), words: node["words"]?.string ?? "")
  }
}
