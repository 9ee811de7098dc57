import CLinux
import Glibc

/// A file that is in memory alone.
package enum MemoryFile {
  /// The descriptor of a file that holds bytes, at its start; closed on exec, and by the caller.
  package static func holding(_ bytes: [UInt8], attempt: String) throws(HostError) -> Int32 {
    let descriptor = clinux_memory_file("memory")
    guard descriptor >= 0 else { throw .last(attempt) }
    do throws(HostError) {
      try HostFile.writeAll(bytes[...], to: descriptor, attempt: attempt)
    } catch {
      close(descriptor)
      throw error
    }
    lseek(descriptor, 0, SEEK_SET)
    return descriptor
  }
}
