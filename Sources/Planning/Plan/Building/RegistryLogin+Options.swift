import Packer
import Source

extension RegistryLogin {
  /// The login that a component asks for; nil where it asks for none.
  init?(_ options: Options) {
    guard options.flag("login") == true else { return nil }
    func text(_ name: String) -> RunText? {
      options.text(name).value.flatMap { $0.value.isEmpty ? nil : $0.value }
    }
    self.init(
      server: text("login_server"), user: text("login_username"),
      password: text("login_password")?.hidden(as: "login_password"))
  }
}

extension Options {
  /// The entry of an option: the last one where it is written twice.
  func entry(_ name: String) -> Entry? { entries.last { $0.name.value == name } }
}
