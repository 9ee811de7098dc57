extension GoTime {
  /// The layout of `{{isotime}}` without an argument.
  package static let standardLayout = "2006-01-02T15:04:05Z07:00"

  /// The moment in a layout of Go, which writes the reference time Mon Jan 2 15:04:05 2006.
  package func formatted(layout: String) -> String {
    var rest = Array(layout.utf8)[...]
    var text: [UInt8] = []
    while !rest.isEmpty {
      if let (mark, value) = element(at: rest) {
        text += Array(value.utf8)
        rest = rest.dropFirst(mark)
      } else {
        text.append(rest.removeFirst())
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The element of a layout at the start of a text: its length and what it stands for. Longer marks come first.
  private func element(at rest: ArraySlice<UInt8>) -> (Int, String)? {
    for (mark, value) in elements where rest.starts(with: mark.utf8) {
      // `Jan` within a longer word such as `January` is taken by the longer mark; `Mon` likewise.
      if mark == "Jan" || mark == "Mon", let next = rest.dropFirst(3).first, 0x61...0x7A ~= next { continue }
      return (mark.utf8.count, value())
    }
    return fraction(at: rest)
  }

  private var elements: [(String, () -> String)] {
    [
      ("January", { Self.months[month - 1] }), ("Jan", { String(Self.months[month - 1].prefix(3)) }),
      ("Monday", { Self.weekdays[weekday] }), ("Mon", { String(Self.weekdays[weekday].prefix(3)) }),
      ("MST", { "UTC" }),
      ("01", { Self.padded(month, 2) }), ("02", { Self.padded(day, 2) }),
      ("03", { Self.padded(shortHour, 2) }),
      ("04", { Self.padded(minute, 2) }), ("05", { Self.padded(second, 2) }),
      ("06", { Self.padded(year % 100, 2) }), ("002", { Self.padded(yearday, 3) }),
      ("15", { Self.padded(hour, 2) }), ("2006", { Self.padded(year, 4) }),
      ("_2006", { "_" + Self.padded(year, 4) }),
      ("__2", { Self.padded(yearday, 3, with: " ") }), ("_2", { Self.padded(day, 2, with: " ") }),
      ("1", { String(month) }), ("2", { String(day) }), ("3", { String(shortHour) }),
      ("4", { String(minute) }),
      ("5", { String(second) }), ("PM", { hour >= 12 ? "PM" : "AM" }), ("pm", { hour >= 12 ? "pm" : "am" }),
      ("-07:00:00", { "+00:00:00" }), ("-07:00", { "+00:00" }), ("-070000", { "+000000" }),
      ("-0700", { "+0000" }),
      ("-07", { "+00" }), ("Z07:00:00", { "Z" }), ("Z07:00", { "Z" }), ("Z070000", { "Z" }),
      ("Z0700", { "Z" }),
      ("Z07", { "Z" }),
    ]
  }

  /// `.000` or `,999`: fractions of a second, which a moment in whole seconds has none of.
  private func fraction(at rest: ArraySlice<UInt8>) -> (Int, String)? {
    guard let sign = rest.first, sign == UInt8(ascii: ".") || sign == UInt8(ascii: ","),
      let digit = rest.dropFirst().first, digit == UInt8(ascii: "0") || digit == UInt8(ascii: "9")
    else { return nil }
    let count = rest.dropFirst().prefix { $0 == digit }.count
    if let next = rest.dropFirst(1 + count).first, 0x30...0x39 ~= next { return nil }
    let sign0 = String(decoding: [sign], as: UTF8.self)
    return (1 + count, digit == UInt8(ascii: "0") ? sign0 + String(repeating: "0", count: count) : "")
  }

  /// The moment in a format of `strftime`.
  package func formatted(strftime format: String) -> String {
    var text = ""
    var scalars = format.unicodeScalars.makeIterator()
    while let scalar = scalars.next() {
      guard scalar == "%" else {
        text.unicodeScalars.append(scalar)
        continue
      }
      guard let letter = scalars.next() else { return text + "%" }
      text += field(letter) ?? "%\(letter)"
    }
    return text
  }

  private func field(_ letter: Unicode.Scalar) -> String? {
    switch letter {
    case "Y": Self.padded(year, 4)
    case "y": Self.padded(year % 100, 2)
    case "m": Self.padded(month, 2)
    case "d": Self.padded(day, 2)
    case "e": Self.padded(day, 2, with: " ")
    case "H": Self.padded(hour, 2)
    case "I": Self.padded(shortHour, 2)
    case "M": Self.padded(minute, 2)
    case "S": Self.padded(second, 2)
    case "p": hour >= 12 ? "PM" : "AM"
    case "j": Self.padded(yearday, 3)
    case "w": String(weekday)
    case "A": Self.weekdays[weekday]
    case "a": String(Self.weekdays[weekday].prefix(3))
    case "B": Self.months[month - 1]
    case "b", "h": String(Self.months[month - 1].prefix(3))
    case "F": formatted(layout: "2006-01-02")
    case "T": formatted(layout: "15:04:05")
    case "R": formatted(layout: "15:04")
    case "D": formatted(layout: "01/02/06")
    case "s": String(unix)
    case "Z": "UTC"
    case "z": "+0000"
    case "n": "\n"
    case "t": "\t"
    case "%": "%"
    default: nil
    }
  }
}
