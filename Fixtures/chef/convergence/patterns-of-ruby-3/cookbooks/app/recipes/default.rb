cfg = JSON.parse(shell_out('x').stdout, symbolize_names: true)
case cfg
in { a: Integer => n } then log n.to_s
in [Integer => a, [b]] then log b.to_s
in Integer | Float => n unless n > 3 then log n.to_s
in [*, Integer => q, *p] then log p.to_s
in { name: String => name, **rest } then log name
in { kind: 'x' | 'y', **nil }
  log 'x'
in [] | {} then log 'e'
in nil then log 'nil'
in ..5 then log 'r'
in 1.. then log 'r'
in Point(x:, y:) then log x
in Point[x, *] then log x.to_s
in ^cfg then log 'p'
in { 'str': 1 } then log 's'
in String if cfg.size > 3 then log 'i'
in {a: 1, b: [c, *]} then log c.to_s
in x then log 'any'
end
case [1, [2]]
in Integer => a, Integer
  log 'a'
in [Integer, Integer] | [Integer, [Integer]] => whole
  log whole.to_s
in :sym | %w[a b] | /re/ | ->(z) { z > 1 }
  log 'z'
else
  log 'n'
end
log 'm' if { a: 1 } in { a: Integer => z }
cfg => { db: { user: } }
log user.to_s
log user
cfg => { db: }
log db[:x]
cfg in { port: Integer => port }
log port.to_s
result = cfg in { a: }
