import Glibc
import PackagePlugin

/// Turns the pages and files of facts of `rules/`, and the schemas of `docs/schemas/`, into one Swift file of the target that uses it.
///
/// Every file is an input of the command, so that a changed page rebuilds, and the folder is walked at each build, so
/// that a new page does too.
@main
struct EmbedRules: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
    let root = context.package.directoryURL
    let paths = Self.files(under: "rules", in: root.path) + Self.files(under: "docs/schemas", in: root.path)
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedRules.swift")
    return [
      .buildCommand(
        displayName: "Embedding \(paths.count) files of rules/ and docs/schemas/",
        executable: try context.tool(named: "embed-rules").url,
        arguments: [output.path, root.path] + paths,
        inputFiles: paths.map { root.appending(path: $0) },
        outputFiles: [output])
    ]
  }

  private static let endings = [".md", ".yaml", ".json"]

  /// The pages, files of facts and schemas below a folder, sorted, relative to the root; the pages' index is none.
  private static func files(under folder: String, in root: String) -> [String] {
    guard let directory = opendir(root + "/" + folder) else { return [] }
    defer { closedir(directory) }
    var found: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard !name.hasPrefix(".") else { continue }
      let path = folder + "/" + name
      if Int32(entry.pointee.d_type) == Int32(DT_DIR) {
        found += files(under: path, in: root)
      } else if path != "rules/README.md", endings.contains(where: name.hasSuffix) {
        found.append(path)
      }
    }
    return found.sorted()
  }
}
