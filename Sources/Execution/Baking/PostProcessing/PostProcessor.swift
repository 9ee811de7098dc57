import Engine
import Host
import Packer
import Plan

/// Carries out one post-processor on the artifact of the one before (Packer 1.6.6's rules on what it accepts and keeps).
struct PostProcessor: Sendable {
  let build: String
  let builderType: String
  let engine: any ContainerEngine
  let host: HostWork
  let values: RunValues
  let options: BakeOptions
  let lines: LineAssembler
  let note: @Sendable (String) async -> Void
  /// Seconds since 1970 of this run.
  let now: Int

  /// The new artifact; nil where the chain ends quietly.
  func apply(_ work: PostProcess.Work, to input: Artifact) async throws -> Artifact {
    switch work {
    case .dockerTag(let repository, let tags): return try await tag(input, repository, tags)
    case .dockerSave(let path): return try await save(input, to: path)
    case .dockerPush(let login): return try await push(input, login)
    case .dockerImport(let repository, let tag, let changes):
      return try await importing(input, repository, tag, changes)
    case .manifest(let output, let customData, let stripsPath, let stripsTime):
      try ManifestFile(build: build, builderType: builderType, runUUID: values.runUUID).append(
        input, customData: try customData.map { ($0.key, try values.fill($0.value)) }, stripsPath: stripsPath,
        time: stripsTime ? nil : now, to: host.path(try values.fill(output)), replacing: options.force,
        files: host.files)
      return input
    case .checksum(let outputs): return try await checksums(of: input, outputs)
    case .compress(let output, let format, let level):
      return try await compress(input, to: output, format, level)
    case .artifice(let patterns): return try await gather(patterns)
    case .shellLocal(let runs):
      for run in runs { try await host.run(run, values: values, lines: lines) }
      return input
    case .refused(let why), .unsupported(let why), .rehearsed(let why): throw StepFailure(why)
    }
  }

  private func tag(_ input: Artifact, _ repository: RunText, _ tags: [RunText]) async throws -> Artifact {
    let image = try image(of: input, from: [.image, .tag], "only an image can be tagged")
    let name = try values.fill(repository)
    var names: [String] = []
    for tag in tags { names.append("\(name):\(try values.fill(tag))") }
    // Packer's artifact then has the name as it is written, without `latest`.
    if names.isEmpty { names = [name] }
    for name in names {
      try await engine.tag(image, as: name)
      await note("tagged \(name)")
    }
    return Artifact(
      .tag, image: image, names: names,
      words: "image \(image.id) with the name \(names.joined(separator: ", "))")
  }

  private func save(_ input: Artifact, to path: RunText) async throws -> Artifact {
    let image = try image(of: input, from: [.image, .tag], "only an image can be saved")
    let path = host.path(try values.fill(path))
    try await engine.save(image, names: input.names.suffix(1), to: path)
    await note("saved \(path)")
    return input
  }

  private func push(_ input: Artifact, _ login: RegistryLogin?) async throws -> Artifact {
    let image = try image(of: input, from: [.image, .tag], "only an image can be pushed")
    guard !input.names.isEmpty else {
      throw StepFailure("the image has no name to push it under; put docker-tag before docker-push")
    }
    let credentials = try login.map(credentials)
    var pushed: [String] = []
    for name in input.names {
      let digest = try await engine.push(image, as: name, credentials: credentials)
      pushed.append("\(name)@\(digest)")
      await note("pushed \(name)@\(digest)")
    }
    return Artifact(
      .push, image: image, names: input.names, words: "pushed \(pushed.joined(separator: ", "))")
  }

  private func importing(
    _ input: Artifact, _ repository: RunText, _ tag: RunText?, _ changes: [RunText]
  ) async throws -> Artifact {
    guard [.export, .artifice].contains(input.maker), let file = input.files.first, !file.isEmpty else {
      throw StepFailure("only an exported file system can be imported")
    }
    var name = try values.fill(repository)
    if let tag { name += ":\(try values.fill(tag))" }
    let image = try await engine.importFileSystem(
      host.path(file), changes: changes.map { try values.fill($0) }, as: name)
    return Artifact(.image, image: image, names: [name], words: "imported image \(name)")
  }

  /// A file of checksums that was there already is none of the new artifact's.
  private func checksums(
    of input: Artifact, _ outputs: [(kind: String, output: RunText)]
  ) async throws -> Artifact {
    var files = input.files
    for (kind, output) in outputs {
      let written = try values.fill(output)
      let path = host.path(written)
      // One by one: the file may be among those that are summed up.
      for file in try filesThatAre(input) {
        let digest = try FileChecksum(kind).hex(of: host.path(file))
        if host.files.status(path) == nil { files.append(written) }
        try HostFile.makeFolder(HostFile.folder(of: path))
        let name = file.split(separator: "/").last.map(String.init) ?? file
        try HostFile.update(path, mode: 0o644) { ($0 ?? []) + Array("\(digest)\t\(name)\n".utf8) }
      }
    }
    return Artifact(.checksum, files: files, words: "files \(files.joined(separator: ", "))")
  }

  private func compress(
    _ input: Artifact, to output: RunText, _ format: String?, _ level: Int?
  ) async throws -> Artifact {
    let written = try values.fill(output)
    let compressor = FileCompressor(
      form: CompressionForm(output: written, format: format), level: level.flatMap { $0 == 0 ? nil : $0 },
      host: host)
    let files = try filesThatAre(input).map { FileCompressor.Input(written: $0, path: host.path($0)) }
    try await compressor.compress(files, to: host.path(written))
    await note("compressed to \(written)")
    return Artifact(.compress, files: [written], words: "compressed file \(written)")
  }

  /// The files of an artifact; a discarded container has left one without a name, which is none.
  private func filesThatAre(_ artifact: Artifact) throws(StepFailure) -> [String] {
    guard !artifact.files.contains("") else {
      throw StepFailure("there is no file: the container was discarded")
    }
    return artifact.files
  }

  /// A pattern that matches nothing is no failure, but worth a word.
  private func gather(_ patterns: [RunText]) async throws -> Artifact {
    var files: [String] = []
    for pattern in patterns {
      let pattern = try values.fill(pattern)
      let found = host.files.paths(matching: pattern)
      if found.isEmpty { await note("no file matches `\(pattern)`") }
      files += found
    }
    await note("the artifact is now \(files.isEmpty ? "empty" : files.joined(separator: ", "))")
    return Artifact(.artifice, files: files, words: "files \(files.joined(separator: ", "))")
  }

  private func image(
    of input: Artifact, from makers: Set<Artifact.Maker>, _ refusal: String
  ) throws(StepFailure) -> EngineImage {
    guard makers.contains(input.maker), let image = input.image else {
      throw StepFailure("\(refusal), not \(input.words)")
    }
    return image
  }

  /// Credentials for a registry, as the step gives them.
  func credentials(_ login: RegistryLogin) throws(StepFailure) -> RegistryCredentials {
    RegistryCredentials(
      server: try login.server.map { text throws(StepFailure) in try values.fill(text) },
      user: try login.user.map { text throws(StepFailure) in try values.fill(text) } ?? "",
      password: try login.password.map { text throws(StepFailure) in try values.fill(text) } ?? "")
  }
}
