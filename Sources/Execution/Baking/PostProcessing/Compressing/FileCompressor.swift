import Host
import Image

/// Writes files of the host into one archive or compressed file; whole or not at all.
struct FileCompressor: Sendable {
  /// An input file: how its path is written, and where it is.
  struct Input: Sendable {
    let written: String
    let path: String
  }

  let form: CompressionForm
  /// The user's level; nil for each program's own.
  let level: Int?
  let host: HostWork

  /// Compresses files to a path on the host.
  func compress(_ inputs: [Input], to path: String) async throws {
    guard form.archive != nil || inputs.count == 1 else {
      throw StepFailure(
        "only one file can be compressed without an archive, and there are \(inputs.count); let `output` end in `.tar.gz` or `.zip`"
      )
    }
    if let same = inputs.first(where: { HostFile.areSame($0.path, path) }) {
      throw StepFailure(
        "`\(same.written)` is what is to be compressed, and cannot be what comes of it; give `output` another name"
      )
    }
    try HostFile.makeFolder(HostFile.folder(of: path))
    try await PartialFile.make(path, notedIn: host.workFolder) { part in
      switch form.algorithm {
      case nil: try write(inputs, to: try HostFileSink(over: part))
      case .gzip:
        let sink = try DeflateSink(to: try HostFileSink(over: part), .gzip, level: level)
        try write(inputs, to: sink)
        try sink.finish()
      case .bgzf:
        let sink = BlockedGzipSink(to: try HostFileSink(over: part), level: level)
        try write(inputs, to: sink)
        try sink.finish()
      case .lz4, .xz: try await runProgram(inputs, to: part)
      }
    }
  }

  private func write(_ inputs: [Input], to sink: some ByteSink) throws(ImageError) {
    switch form.archive {
    case nil: for input in inputs { try sink.write(contentsOf: FileSource(try OpenFile(input.path))) }
    case .tar: try writeTar(inputs, to: sink)
    case .zip:
      var zip = ZipWriter(to: sink, level: level)
      for input in inputs { try zip.add(input.written, from: FileSource(try OpenFile(input.path))) }
      try zip.finish()
    }
  }

  /// By their bare names and without times, as Packer writes them.
  private func writeTar(_ inputs: [Input], to sink: some ByteSink) throws(ImageError) {
    var tar = TarWriter(to: sink)
    for input in inputs {
      let file = try OpenFile(input.path)
      let name = input.written.split(separator: "/").last.map(String.init) ?? input.written
      var entry = TarEntry(Array(name.utf8), .file)
      entry.mode = host.files.status(input.path)?.mode ?? 0o644
      entry.size = file.size
      try tar.begin(entry)
      try tar.write(contentsOf: FileSource(file, count: file.size))
    }
    try tar.finish()
  }

  /// lz4 and xz are left to their programs, which read what is to be compressed from a file.
  private func runProgram(_ inputs: [Input], to part: String) async throws {
    guard let name = form.algorithm?.rawValue else { return }
    guard host.hasProgram(name) else {
      throw StepFailure("`\(name)` is not installed on this machine: it compresses what ends in `.\(name)`")
    }
    let packed = try PartialFile(of: part, notedIn: host.workFolder)
    defer { packed.discard() }
    var source = inputs.first?.path ?? ""
    if form.archive != nil {
      try write(inputs, to: try HostFileSink(over: packed.path))
      source = packed.path
    }
    let level = self.level.map { ["-\(min(max($0, 1), 9))"] } ?? []
    let command = Command(
      ["/bin/sh", "-c", "exec \"$@\" >\"$0\"", part, name, "-q", "-z", "-c"] + level, input: .file(source))
    let output = try await command.output()
    let words = String(decoding: output.error, as: UTF8.self)
    if words.contains("No space left on device") { throw HostError("write `\(part)`", .noSpace) }
    guard output.termination.succeeded else {
      throw StepFailure("`\(name)` failed: \(words.prefix(500))")
    }
  }
}
