/// The signals of Linux by their names (signal(7)).
package enum SignalName {
  private static let numbers: [String: Int32] = [
    "HUP": 1, "INT": 2, "QUIT": 3, "ILL": 4, "TRAP": 5, "ABRT": 6, "BUS": 7, "FPE": 8, "KILL": 9, "USR1": 10,
    "SEGV": 11, "USR2": 12, "PIPE": 13, "ALRM": 14, "TERM": 15, "CHLD": 17, "CONT": 18, "STOP": 19,
    "TSTP": 20, "TTIN": 21, "TTOU": 22, "URG": 23, "XCPU": 24, "XFSZ": 25, "VTALRM": 26, "PROF": 27,
    "WINCH": 28, "IO": 29, "PWR": 30, "SYS": 31,
  ]

  /// The number of `SIGTERM`, `term`, `15` or `SIGRTMIN+3`; nil for other texts.
  package static func number(of text: String) -> Int32? {
    if let number = Int32(text) { return (1...64).contains(number) ? number : nil }
    let upper = text.uppercased()
    let name = upper.hasPrefix("SIG") ? String(upper.dropFirst(3)) : upper
    // As programs see them: two of the kernel's first are kept by the C library.
    if name == "RTMIN" { return 34 }
    if name.hasPrefix("RTMIN+") {
      return Int32(name.dropFirst(6)).flatMap { (0...30).contains($0) ? 34 + $0 : nil }
    }
    return numbers[name]
  }
}
