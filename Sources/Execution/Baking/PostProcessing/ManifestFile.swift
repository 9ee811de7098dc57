import DataSyntax
import Host
import Source

/// The file that Packer's manifest post-processor appends a build to.
struct ManifestFile: Sendable {
  private static let sizeLimit = 64 << 20

  let build: String
  let builderType: String
  let runUUID: String

  /// Appends the build; `replacing` drops what other runs have left.
  func append(
    _ artifact: Artifact, customData: [(String, String)], stripsPath: Bool, time: Int?, to path: String,
    replacing: Bool, files: Disk
  ) throws {
    try HostFile.update(path, mode: 0o664, limit: Self.sizeLimit) { content in
      var builds: [JSONText] = []
      if let content {
        let old = try earlier(in: content, path)
        if !replacing || old.lastRun == runUUID { builds = old.builds }
      }
      builds.append(entry(artifact, customData, stripsPath: stripsPath, time: time, files))
      let manifest = JSONText.object([
        .init("builds", .array(builds)), .init("last_run_uuid", .string(runUUID)),
      ])
      var bytes = JSONWriter.bytes(of: manifest, indented: true)
      // Packer's ends with the bracket.
      while bytes.last == 0x0A { bytes.removeLast() }
      return bytes
    }
  }

  private func entry(
    _ artifact: Artifact, _ customData: [(String, String)], stripsPath: Bool, time: Int?, _ files: Disk
  ) -> JSONText {
    let list = artifact.files.map { path -> JSONText in
      // A discarded container's one file has no name, and Go calls its base name a dot.
      let base = path.isEmpty ? "." : path.split(separator: "/").last.map(String.init) ?? path
      let size = path.isEmpty ? 0 : files.status(path)?.size ?? 0
      return .object([.init("name", .string(stripsPath ? base : path)), .init("size", .integer(size))])
    }
    var members: [JSONText.Member] = [
      .init("name", .string(build)), .init("builder_type", .string(builderType)),
    ]
    if let time { members.append(.init("build_time", .integer(time))) }
    members += [
      .init("files", list.isEmpty ? .null : .array(list)), .init("artifact_id", .string(artifact.id)),
      .init("packer_run_uuid", .string(runUUID)),
      .init(
        "custom_data",
        customData.isEmpty ? .null : .object(customData.map { .init($0.0, .string($0.1)) })),
    ]
    return .object(members)
  }

  private func earlier(in bytes: [UInt8], _ path: String) throws(StepFailure) -> (
    builds: [JSONText], lastRun: String?
  ) {
    let parsed = DataParser.parse(DerivedText(SourceFile(FileID(path), bytes: bytes)), as: .json)
    // An empty file and a bare `null` hold no build yet.
    if bytes.allSatisfy({ [0x09, 0x0A, 0x0D, 0x20].contains($0) }) { return ([], nil) }
    if parsed.diagnostics.isEmpty, parsed.tree.root.kind == .null { return ([], nil) }
    guard parsed.diagnostics.isEmpty, parsed.tree.root.kind == .mapping else {
      throw StepFailure("the manifest `\(path)` is not one that an earlier build wrote; move it away")
    }
    let root = parsed.tree.root
    return (root["builds"]?.items.map { JSONText($0) } ?? [], root["last_run_uuid"]?.string)
  }
}
