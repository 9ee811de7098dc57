import Glibc
import Host
import Observation

/// The files of this machine with which a page is asked for: each must be there, whether the page needs it or not.
enum PageFiles {
  private static let limit = 16 << 20

  static func check(_ request: PageRequest) throws(NetworkFailure) {
    try check(request.authorities, holds: "-----BEGIN CERTIFICATE-----", or: .noAuthorities)
    // Both first, since one that is not there is told of before what the other holds.
    for file in [request.certificate, request.key] { _ = try file.map(text) }
    try check(request.certificate, holds: "-----BEGIN ", or: .noCertificate)
    try check(request.key, holds: "-----BEGIN ", or: .noKey)
  }

  private static func check(
    _ file: String?, holds mark: String, or fault: PageFault
  ) throws(NetworkFailure) {
    guard let file else { return }
    guard try text(file).contains(mark) else { throw NetworkFailure(.file, file, fault.rawValue) }
  }

  private static func text(_ file: String) throws(NetworkFailure) -> String {
    let descriptor = open(file, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      throw NetworkFailure(.file, file, String(cString: strerror(errno)).lowercased())
    }
    defer { close(descriptor) }
    do throws(HostError) {
      return String(decoding: try Disk(workingDirectory: "/").read(file, limit: limit), as: UTF8.self)
    } catch {
      throw NetworkFailure(.file, file, "it cannot be read")
    }
  }
}
