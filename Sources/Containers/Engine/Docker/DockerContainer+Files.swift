import Host
import Image

/// Single files, which go through the client as tars and are never in memory as a whole.
extension DockerContainer {
  func copyIn(file path: String, as entry: TarEntry, to folder: String) async throws(EngineError) {
    let frame: TarFrame
    do throws(ImageError) { frame = try TarFrame(of: entry, content: try OpenFile(path)) } catch {
      throw .image(error)
    }
    try await client.feed(
      path, in: frame, to: ["cp"] + client.dialect.copyFlags + ["-", "\(id):\(ContainerPath(folder))"],
      attempting: "put files into `\(folder)` of the container")
  }

  func copyOut(_ path: String, to file: String) async throws(EngineError) {
    let tar: PartialFile
    do throws(HostError) { tar = try PartialFile(of: scratch + "/fetched", notedIn: scratch) } catch {
      throw .host(error)
    }
    defer { tar.discard() }
    try await client.write(
      ["cp"] + client.dialect.readFlags + ["\(id):\(path)", "-"], to: tar.path,
      attempting: "read `\(path)` of the container")
    do throws(ImageError) {
      var reader = TarReader(FileSource(try OpenFile(tar.path)), named: path)
      guard let entry = try reader.next(), entry.kind == .file else {
        throw ImageError(.malformed, "`\(path)` of the container is not a regular file")
      }
      try reader.copyContent(to: try HostFileSink(over: file))
    } catch {
      throw error.kind == .malformed ? EngineError(.invalid, error.message) : .image(error)
    }
  }
}
