import Expectation
import Image
import Observation
import Source

/// What goss finds of services, by the files of the init system that the image has.
struct ServiceFacts {
  private enum Manager { case systemd, openrc, upstart, scripts }

  let image: ToldImage
  private let manager = Remembered<Manager>()

  init(image: ToldImage) { self.image = image }

  /// `result` is what `service NAME status` did.
  func finding(
    of property: String, _ name: String, status result: CommandResult?
  ) throws(Untold) -> GossFinding {
    guard !name.contains("/") else { return .value(property == "runlevels" ? .texts([]) : .bool(false)) }
    let manager = try manager.value { () throws(Untold) in try findManager() }
    switch (property, manager) {
    case ("running", .scripts), ("running", .openrc): return Self.running(name, result)
    case ("running", .systemd) where result != nil: return Self.running(name, result)
    case ("running", _):
      return .undecided(UnknownReason("a service runs only where its init system does"))
    case ("runlevels", .systemd): return .value(.texts([]))
    case (_, .upstart):
      return .undecided(UnknownReason("the jobs of upstart are not read"))
    case ("runlevels", _): return .value(.texts(try runlevels(name, manager)))
    case (_, .systemd): return .value(.bool(try SystemdUnits(image: image).isEnabled(name)))
    default: return .value(.bool(!(try runlevels(name, manager)).isEmpty))
    }
  }

  /// Whether the image's services are known to be systemd's.
  static func areOfSystemd(in search: ImageSearch) -> Bool {
    (try? ServiceFacts(image: ToldImage(search)).findManager()) == .systemd
  }

  private func findManager() throws(Untold) -> Manager {
    for folder in ["/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin"] {
      if try image.entry(at: folder + "/systemctl") != nil { return .systemd }
    }
    if try image.entry(at: "/etc/alpine-release") != nil { return .openrc }
    if try image.entry(at: "/etc/arch-release") != nil { return .systemd }
    let release = try image.read("/etc/lsb-release", limit: 1 << 16)
    return release?.firstRange(of: Array("Ubuntu".utf8)) == nil ? .scripts : .upstart
  }

  private func runlevels(_ name: String, _ manager: Manager) throws(Untold) -> [String] {
    let isOpenRC = manager == .openrc
    let pattern = isOpenRC ? "/etc/runlevels/*/" : "/etc/rc*.d/S[0-9][0-9]"
    return try image.entries(matching: Glob(pattern + Self.escaped(name))).compactMap { entry in
      let folder = entry.path.split(separator: "/").dropLast().last.map(String.init) ?? ""
      if isOpenRC { return folder }
      let digits = folder.dropFirst(2).dropLast(2)
      return digits.isEmpty || !digits.allSatisfy(\.isNumber) ? nil : String(digits)
    }
  }

  private static func escaped(_ name: String) -> String {
    name.unicodeScalars.map { "*?[{\\".unicodeScalars.contains($0) ? "\\\($0)" : String($0) }.joined()
  }

  private static func running(_ name: String, _ result: CommandResult?) -> GossFinding {
    switch result?.end {
    case .exited(let status): .value(.bool(status == 0))
    case .timedOut: .error("`service \(name) status` did not end")
    case .unstarted(let failure): .broken(failure.words)
    case .failed(let message): .broken(message)
    case .notRun(let reason): .undecided(reason)
    case nil: .undecided(UnknownReason("`service \(name) status` was not run"))
    }
  }
}
