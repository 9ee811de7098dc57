package import GoTemplate

/// The functions that goss gives its templates: its own, and the text functions of Masterminds/sprig v3.
package struct SprigFunctions {
  private let machine: TemplateMachine

  package init(_ machine: TemplateMachine) { self.machine = machine }

  /// The function of a name; nil where there is none beside Go's own.
  package func function(_ name: String) -> GoFunction<String>? {
    if let function = plain(name) { return function }
    if let function = MachineFunctions.function(name, machine) { return function }
    return TimeFunctions.function(name, machine) ?? refused(name)
  }

  /// The functions that their arguments alone decide.
  private func plain(_ name: String) -> GoFunction<String>? {
    for family in [
      TextFunctions.function, LogicFunctions.function, ListFunctions.function, MapFunctions.function,
      NumberFunctions.function, PatternFunctions.function, EncodingFunctions.function,
      VersionFunctions.function, PathFunctions.function, AddressFunctions.function,
    ] as [(String) -> GoFunction<String>?] {
      if let function = family(name) { return function }
    }
    return nil
  }

  /// Functions that make keys and passwords: a spec that needs them asserts nothing about an image.
  private static let secret: Set<String> = [
    "bcrypt", "htpasswd", "genPrivateKey", "derivePassword", "buildCustomCert", "genCA", "genCAWithKey",
    "genSelfSignedCert", "genSelfSignedCertWithKey", "genSignedCert", "genSignedCertWithKey", "encryptAES",
    "decryptAES", "randBytes",
  ]

  private func refused(_ name: String) -> GoFunction<String>? {
    if name == "getHostByName" {
      return .variadic(.any) { _ in
        .failure("Ovenproof has no `\(name)`: what a spec asserts must not depend on a network")
      }
    }
    guard Self.secret.contains(name) else { return nil }
    return .variadic(.any) { _ in .failure("Ovenproof has no `\(name)`: it makes keys or passwords") }
  }
}
