import CLinux
import Glibc
import Host

/// An open regular file; it owns its descriptor, hence no copies.
struct RegularFile: ~Copyable {
  let descriptor: Int32

  /// Takes a descriptor over if it is a regular file's, and closes it otherwise.
  init(regular descriptor: Int32, name: FileName) throws(EngineError) {
    var found = stat()
    guard fstat(descriptor, &found) == 0, found.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw EngineError(.invalid, "`\(name)` is not a regular file")
    }
    self.descriptor = descriptor
  }

  /// Takes over the descriptor of a file that was just made.
  init(made descriptor: Int32) { self.descriptor = descriptor }

  /// Makes a file that is not there yet.
  static func write(_ bytes: [UInt8], to path: String, mode: mode_t) throws(EngineError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw .system("write `\(path)`") }
    let file = RegularFile(made: descriptor)
    try file.write(bytes, to: FileName(path))
    guard fchmod(descriptor, mode) == 0 else { throw .system("write `\(path)`") }
  }

  deinit { close(descriptor) }

  var status: stat {
    var found = stat()
    fstat(descriptor, &found)
    return found
  }

  /// Writes all of the bytes.
  func write(_ bytes: some Collection<UInt8>, to name: FileName) throws(EngineError) {
    let bytes = Array(bytes)
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      guard count >= 0 || errno == EINTR else { throw .system("write `\(name)`") }
      written += max(0, count)
    }
  }

  /// Appends all that is left of another file, without a detour through this process.
  func append(_ source: borrowing RegularFile, to name: FileName) throws(EngineError) {
    while true {
      let count = sendfile(descriptor, source.descriptor, nil, 1 << 26)
      if count == 0 { return }
      guard count > 0 || errno == EINTR else { throw .system("write `\(name)`") }
    }
  }

  /// The value of `security.capability`, if there is one.
  var programCapabilities: [UInt8]? {
    var value = [UInt8](repeating: 0, count: 64)
    let count = clinux_file_attribute(descriptor, "security.capability", &value, value.count)
    return count > 0 ? Array(value[..<count]) : nil
  }

  /// Gives the file its attributes. The owner comes first: changing it takes setuid bits and capabilities
  /// away.
  func set(_ attributes: FileAttributes, name: FileName) throws(EngineError) {
    guard fchown(descriptor, attributes.owner, attributes.group) == 0 else {
      throw .system("change the owner of `\(name)`")
    }
    guard fchmod(descriptor, attributes.mode) == 0 else { throw .system("change the mode of `\(name)`") }
    if let value = attributes.programCapabilities {
      let result = clinux_set_file_attribute(descriptor, "security.capability", value, value.count)
      guard result == 0 else { throw .system("set the capabilities of `\(name)`") }
    }
    guard futimens(descriptor, attributes.times) == 0 else { throw .system("set the time of `\(name)`") }
  }
}
