import Packer

/// The commands that Packer's provisioners use on a guest for folders and files.
struct GuestCommands {
  let isWindows: Bool
  /// `sudo ` or nothing.
  let sudo: String

  /// Reads `guest_os_type` and the option that switches sudo off.
  init(_ input: ProvisionerInput, preventSudo option: String = "prevent_sudo") {
    isWindows = input.options.string("guest_os_type")?.lowercased() == "windows"
    sudo = isWindows || input.flag(option) ? "" : "sudo "
  }

  /// The folder in which Packer puts the files of a provisioner, unless the template names another.
  func stagingFolder(_ type: String) -> RunText {
    isWindows ? "C:/Windows/Temp/packer-\(type)" : "/tmp/packer-\(type)"
  }

  func makeDirectory(_ path: RunText) -> RunText {
    isWindows
      ? "powershell.exe -Command \"New-Item -ItemType directory -Force -ErrorAction SilentlyContinue -Path \(escaped(path))\""
      : "\(sudo)mkdir -p '\(path)'"
  }

  func openToAll(_ path: RunText) -> RunText {
    isWindows ? "echo 'skipping chmod 0777 \(escaped(path))'" : "\(sudo)chmod 0777 '\(path)'"
  }

  func remove(_ path: RunText) -> RunText {
    isWindows
      ? "powershell.exe -Command \"rm \(escaped(path)) -recurse -force\"" : "\(sudo)rm -rf '\(path)'"
  }

  private func escaped(_ path: RunText) -> RunText { path.replacing(" ", with: "` ") }
}

extension ProvisionerWork {
  /// Appends the making of a folder that everyone may write to.
  mutating func makeDirectory(_ path: RunText, with guest: GuestCommands) {
    say("making folder \(path)")
    run(guest.makeDirectory(path), failure: "folder `\(path.shown)` could not be made: exit code N")
    run(guest.openToAll(path), failure: "folder `\(path.shown)` could not be opened to all: exit code N")
  }

  /// Appends a folder's contents, the folder made first.
  mutating func uploadDirectory(_ source: RunText, to path: RunText, with guest: GuestCommands) {
    makeDirectory(path, with: guest)
    uploadContents(of: source, to: path)
  }

  /// Appends the removal of a folder.
  mutating func removeDirectory(_ path: RunText, with guest: GuestCommands) {
    say("removing folder \(path)")
    run(guest.remove(path), failure: "folder `\(path.shown)` could not be removed: exit code N")
  }
}
