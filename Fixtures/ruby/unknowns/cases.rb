# `case` where some arms cannot be told.
case unknown!
when 'a' then declare 'a'
when 'b', /c/ then declare 'b'
else declare 'else'
end
v = case 3
    when unknown! then 1
    when 3 then 1
    else declare 'never'
    end
declare v
case 'x'
when 'x' then declare 'sure'
when unknown! then declare 'never'
end
case unknown!
when String then declare 'string'
when nil then declare 'nil'
end
# -> maybe "a"
# -> maybe "b"
# -> maybe "else"
# -> sure 1
# -> sure "sure"
# -> maybe "string"
# -> maybe "nil"
