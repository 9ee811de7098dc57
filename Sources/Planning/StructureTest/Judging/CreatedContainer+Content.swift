import Image
import Source

extension CreatedContainer {
  /// The content of a file, or what is there in its place.
  enum Content {
    case bytes([UInt8])
    /// Nothing is at a path; where a link led there, it is as the link has it.
    case absent(String)
    case folder(String)
    /// A pipe or a device, which nothing is read from.
    case special(String)
    case circular(String)
    case noFolder(String)
    case unknown(UnknownReason)
    case broken(String)
  }

  private static let contentLimit = 1 << 28

  /// The content of the file that a path leads to; links are followed to the end.
  func content(_ path: String) -> Content {
    switch entry(path) {
    case .absent: return .absent(path)
    case .circular(let link): return .circular(link)
    case .noFolder(let named): return .noFolder(named)
    case .unknown(let reason): return .unknown(reason)
    case .broken(let message): return .broken(message)
    case .entry(let entry):
      guard entry.kind == .symlink else { return content(of: entry, at: path, named: path) }
      switch end(of: entry, at: Self.clean(path)) {
      case .entry(let last): return content(of: last, at: path, named: path)
      case .absent: return .absent(entry.target ?? path)
      case .circular(let link): return .circular(link)
      case .noFolder(let named): return .noFolder(named)
      case .unknown(let reason): return .unknown(reason)
      case .broken(let message): return .broken(message)
      }
    }
  }

  /// The same as the original finds it, which asks for the target of a link as if it were written from the root.
  func contentFromTheRoot(_ path: String) -> Content {
    var name = path
    for _ in 0..<Self.hopLimit {
      switch entry(name) {
      case .absent: return .absent(name)
      case .circular(let link): return .circular(link)
      case .noFolder(let named): return .noFolder(named)
      case .unknown(let reason): return .unknown(reason)
      case .broken(let message): return .broken(message)
      case .entry(let entry):
        guard entry.kind == .symlink, let target = entry.target else {
          return content(of: entry, at: name, named: name)
        }
        name = target
      }
    }
    return .circular(path)
  }

  private func content(of entry: ImageEntry, at path: String, named name: String) -> Content {
    switch entry.kind {
    case .directory: return .folder(name)
    case .fifo, .socket, .characterDevice, .blockDevice: return .special(name)
    case .symlink: return .circular(name)
    case .file: break
    }
    if isAdded(path) { return .bytes([]) }
    do throws(ImageError) {
      switch try image.read(Self.clean(path), limit: Self.contentLimit) {
      case .value(let bytes): return .bytes(bytes)
      case .absent: return .absent(name)
      case .unknown(let reason): return .unknown(reason)
      }
    } catch {
      return .broken(error.message)
    }
  }
}
