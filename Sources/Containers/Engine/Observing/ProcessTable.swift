import Glibc
import Host
import Observation

/// The processes of a container, found among those of the machine by their namespace.
struct ProcessTable {
  private let namespace: String
  private let disk = Disk(workingDirectory: "/")

  init(of container: ProcessIdentity) throws(EngineError) {
    guard let namespace = Self.namespace(of: container.number) else {
      throw container.isRunning ? .system("look at the container's processes") : .containerEnded
    }
    self.namespace = namespace
  }

  /// In the order of their numbers.
  func processes() throws(EngineError) -> [ContainerProcess] {
    let names: [String]
    do throws(HostError) { names = try disk.list("/proc") } catch { throw .host(error) }
    return names.compactMap { Int32($0) }.filter { Self.namespace(of: $0) == namespace }
      .compactMap(process).sorted { $0.number < $1.number }
  }

  private static func namespace(of process: Int32) -> String? {
    var target = [CChar](repeating: 0, count: 64)
    let count = readlink("/proc/\(process)/ns/pid", &target, target.count - 1)
    guard count > 0 else { return nil }
    return String(decoding: target[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// nil for one that is gone meanwhile.
  private func process(_ number: Int32) -> ContainerProcess? {
    guard let status = read("/proc/\(number)/status") else { return nil }
    var fields: [String: [String]] = [:]
    for line in String(decoding: status, as: UTF8.self).split(separator: "\n") {
      let words = line.split { $0 == "\t" || $0 == " " }.map(String.init)
      if let key = words.first, key.hasSuffix(":") {
        fields[String(key.dropLast())] = Array(words.dropFirst())
      }
    }
    guard let inside = fields["NSpid"]?.last.flatMap({ Int($0) }), let users = fields["Uid"], users.count > 1,
      let user = Int(users[1]), let name = name(of: number)
    else { return nil }
    let words = read("/proc/\(number)/cmdline")?.split(separator: 0, omittingEmptySubsequences: false) ?? []
    return ContainerProcess(
      number: inside, name: name, user: user,
      arguments: words.dropLast().map { String(decoding: $0, as: UTF8.self) },
      hasEnded: fields["State"]?.first == "Z")
  }

  private func name(of number: Int32) -> String? {
    guard let bytes = read("/proc/\(number)/comm") else { return nil }
    return String(decoding: bytes.last == 0x0A ? bytes.dropLast() : bytes[...], as: UTF8.self)
  }

  private func read(_ path: String) -> [UInt8]? { try? disk.read(path, limit: 1 << 20) }
}
