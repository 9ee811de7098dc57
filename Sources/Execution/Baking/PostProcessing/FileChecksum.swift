import Crypto
import Glibc
import Host
import Source

/// The checksum of a file, of one of the kinds that Packer's checksum post-processor knows.
struct FileChecksum {
  private enum Kind: String { case md5, sha1, sha224, sha256, sha384, sha512 }

  private let kind: Kind

  init(_ name: String) throws(StepFailure) {
    guard let kind = Kind(rawValue: name) else {
      throw StepFailure(
        "checksums of the kind `\(name)` cannot be made; use md5, sha1, sha224, sha256, sha384 or sha512")
    }
    self.kind = kind
  }

  /// The checksum in lower-case hex; the file is read in pieces.
  func hex(of path: String) throws(HostError) -> String {
    switch kind {
    case .md5: try hex(of: path, Insecure.MD5())
    case .sha1: try hex(of: path, Insecure.SHA1())
    case .sha224: try shortHex(of: path)
    case .sha256: try hex(of: path, SHA256())
    case .sha384: try hex(of: path, SHA384())
    case .sha512: try hex(of: path, SHA512())
    }
  }

  private func hex<Hash: HashFunction>(of path: String, _ hash: Hash) throws(HostError) -> String {
    var hash = hash
    try read(path) { piece in piece.withUnsafeBytes { hash.update(bufferPointer: $0) } }
    return hash.finalize().hexadecimal
  }

  private func shortHex(of path: String) throws(HostError) -> String {
    var digest = ShortDigest()
    try read(path) { digest.update($0) }
    return digest.finalize().hexadecimal
  }

  private func read(_ path: String, _ take: (ArraySlice<UInt8>) -> Void) throws(HostError) {
    let attempt = "read `\(path)`"
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .last(attempt) }
    defer { close(descriptor) }
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      guard count >= 0 else { throw .last(attempt) }
      if count == 0 { return }
      take(chunk[..<count])
    }
  }
}
