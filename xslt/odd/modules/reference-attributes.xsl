<?xml version="1.0" encoding="UTF-8"?>
<!-- Attributes in the reference pages: those of an element, and the page of classes and datatypes. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:r="https://siglum.example/ns/resolved" xmlns:md="https://siglum.example/ns/odd/markdown"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:function name="md:attributes-page" as="xs:string">
    <xsl:variable name="lines" as="xs:string*">
      <xsl:text># Attributes and datatypes of {$schema/@ident}</xsl:text>
      <xsl:text/>
      <xsl:text>Generated from {$schema/@ident}.odd. [All elements](README.md)</xsl:text>
      <xsl:for-each select="$schema/r:attributes">
        <xsl:sort select="lower-case(@name)"/>
        <xsl:variable name="rules" as="element(r:constraint)*" select="$schema/r:constraint[@owner = current()/@name]"/>
        <xsl:sequence select="'', '## ' || @name, '', (@desc[. != ''] ! (md:text(.), '')),
          descendant::r:attribute ! md:attribute(., ())"/>
        <xsl:sequence select="if ($rules) then ('', '**Rules**', '', $rules ! md:rule(.)) else ()"/>
      </xsl:for-each>
      <xsl:sequence select="'', '## Datatypes'"/>
      <xsl:for-each select="$schema/r:data">
        <xsl:sort select="lower-case(@name)"/>
        <xsl:sequence select="'', '### ' || @name, '', (md:text(@desc)[. != ''], md:type(*))[1], ''"/>
        <xsl:sequence select="'Written as ' || md:type(*) || '.', md:values(*, '')"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:sequence select="md:page($lines)"/>
  </xsl:function>

  <!-- The element's own, then those of a class that it has only in part. -->
  <xsl:function name="md:own-attributes" as="xs:string*">
    <xsl:param name="element" as="element(r:element)"/>
    <xsl:for-each select="$element/descendant::r:attribute">
      <xsl:sort select="if ($schema/r:attributes[@name = current()/@owner]) then 1 else 0"/>
      <xsl:sequence select="md:attribute(., $schema/r:attributes[@name = current()/@owner]/@name)"/>
    </xsl:for-each>
    <xsl:for-each select="$element/r:either">
      <xsl:text>- only one of {descendant::r:attribute ! md:code(@name) => string-join(', ')} may be used</xsl:text>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="md:attribute" as="xs:string+">
    <xsl:param name="attribute" as="element(r:attribute)"/>
    <xsl:param name="class" as="xs:string?"/>
    <xsl:variable name="facts" as="xs:string*" select="
      ('required'[$attribute/@usage = 'req'], $class ! ('of [' || . || ']'), md:kind($attribute))"/>
    <xsl:sequence select="'- ' || md:code($attribute/@name) || ' (' || string-join($facts, '; ') || ')'
      || ($attribute/@desc[. != ''] ! (': ' || md:text(.)))"/>
    <xsl:for-each select="$attribute/r:suggestion">
      <xsl:sequence select="'  - ' || md:value(.)"/>
    </xsl:for-each>
    <xsl:sequence select="md:values($attribute/* except $attribute/r:suggestion, '  ')"/>
  </xsl:function>

  <!-- How many values of which type. -->
  <xsl:function name="md:kind" as="xs:string">
    <xsl:param name="attribute" as="element(r:attribute)"/>
    <xsl:variable name="type" as="xs:string" select="md:type($attribute/* except $attribute/r:suggestion)"/>
    <xsl:variable name="many" as="xs:string" select="
      if ($attribute/@max = '1') then ''
      else if ($attribute/@max = 'unbounded') then ', ' || ('1'[$attribute/@min != '0'], '0')[1] || ' or more'
      else ', up to ' || $attribute/@max"/>
    <xsl:sequence select="$type || $many || (if ($attribute/r:suggestion) then '; suggested words' else '')"/>
  </xsl:function>

  <xsl:function name="md:type" as="xs:string">
    <xsl:param name="type" as="element()"/>
    <xsl:sequence select="
      if ($type/self::r:ref) then '[' || $type/@name || ']'
      else if ($type/self::r:values) then 'one of these words'
      else if ($type/self::r:union) then string-join($type/* ! md:type(.), ' or ')
      else if ($type/r:facet) then md:code('xs:' || $type/@name) || ' with ' || ($type/r:facet
        ! (@name || ' ' || (if (string-length(@value) gt 80) then '(see the ODD)' else md:code(@value)))
        => string-join(', '))
      else md:code('xs:' || $type/@name)"/>
  </xsl:function>

  <!-- The words of closed lists, also within a choice of types. -->
  <xsl:function name="md:values" as="xs:string*">
    <xsl:param name="type" as="element()"/>
    <xsl:param name="indent" as="xs:string"/>
    <xsl:variable name="values" as="element(r:value)*" select="$type/descendant-or-self::r:values/r:value"/>
    <xsl:sequence select="''[exists($values) and $indent = ''], $values ! ($indent || '- ' || md:value(.))"/>
  </xsl:function>

  <xsl:function name="md:value" as="xs:string">
    <xsl:param name="value" as="element()"/>
    <xsl:sequence select="md:code($value/@ident) || ($value/@desc[. != ''] ! (': ' || md:text(.)))"/>
  </xsl:function>

</xsl:stylesheet>
