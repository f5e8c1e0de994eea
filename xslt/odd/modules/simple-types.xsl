<?xml version="1.0" encoding="UTF-8"?>
<!-- Simple types of XSD from the datatypes of the resolved ODD. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:r="https://siglum.example/ns/resolved"
    xmlns:xsd="https://siglum.example/ns/odd/xsd" exclude-result-prefixes="r xsd">

  <!-- The inside of a simple type: a restriction or a union. -->
  <xsl:function name="xsd:definition" as="element()">
    <xsl:param name="type" as="element()"/>
    <xsl:choose>
      <xsl:when test="$type/self::r:union">
        <xs:union>
          <xsl:for-each select="$type/*">
            <xs:simpleType><xsl:sequence select="xsd:definition(.)"/></xs:simpleType>
          </xsl:for-each>
        </xs:union>
      </xsl:when>
      <xsl:when test="$type/self::r:values">
        <xs:restriction base="xs:token">
          <xsl:for-each select="$type/r:value"><xs:enumeration value="{@ident}"/></xsl:for-each>
        </xs:restriction>
      </xsl:when>
      <xsl:when test="count($type/r:facet[@name = 'pattern']) gt 1">
        <!-- patterns of one step are alternatives, those of two steps hold both -->
        <xsl:variable name="last" as="element(r:facet)" select="$type/r:facet[@name = 'pattern'][last()]"/>
        <xsl:variable name="inner" as="element(r:builtin)">
          <r:builtin><xsl:sequence select="$type/@name, $type/r:facet except $last"/></r:builtin>
        </xsl:variable>
        <xs:restriction>
          <xs:simpleType><xsl:sequence select="xsd:definition($inner)"/></xs:simpleType>
          <xs:pattern value="{$last/@value}"/>
        </xs:restriction>
      </xsl:when>
      <xsl:otherwise>
        <xs:restriction base="{if ($type/self::r:builtin) then 'xs:' || $type/@name else $type/@name}">
          <xsl:for-each select="$type/r:facet">
            <xsl:element name="xs:{@name}"><xsl:attribute name="value" select="@value"/></xsl:element>
          </xsl:for-each>
        </xs:restriction>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- The type that an attribute uses for one value. -->
  <xsl:function name="xsd:base-name" as="xs:string">
    <xsl:param name="attribute" as="element(r:attribute)"/>
    <xsl:sequence select="
      if ($attribute/r:ref) then string($attribute/r:ref/@name)
      else if ($attribute/r:builtin[empty(r:facet)]) then 'xs:' || $attribute/r:builtin/@name
      else $attribute/@owner || '.' || $attribute/@name"/>
  </xsl:function>

  <!-- The type of the whole attribute, which may be a list. -->
  <xsl:function name="xsd:type-name" as="xs:string">
    <xsl:param name="attribute" as="element(r:attribute)"/>
    <xsl:variable name="base" as="xs:string" select="xsd:base-name($attribute)"/>
    <xsl:variable name="range" as="xs:string" select="$attribute/@min || '-' || $attribute/@max"/>
    <xsl:sequence select="
      if ($range eq '1-1') then $base
      else replace($base, '^xs:', '') || '.list'
        || (if ($range eq '1-unbounded') then '' else '.' || $range)"/>
  </xsl:function>

  <xsl:function name="xsd:needs-type" as="xs:boolean">
    <xsl:param name="attribute" as="element(r:attribute)"/>
    <xsl:variable name="name" as="xs:string" select="xsd:type-name($attribute)"/>
    <xsl:sequence select="not(starts-with($name, 'xs:') or $name eq $attribute/r:ref/@name)"/>
  </xsl:function>

  <!-- The declaration of an attribute's type, and of its values' type where that is its own too. -->
  <xsl:function name="xsd:attribute-type" as="element()+">
    <xsl:param name="attribute" as="element(r:attribute)"/>
    <xsl:variable name="base" as="xs:string" select="xsd:base-name($attribute)"/>
    <xsl:variable name="type" as="element()" select="$attribute/*[not(self::r:suggestion)]"/>
    <xsl:if test="not(starts-with($base, 'xs:') or $type/self::r:ref)">
      <xs:simpleType name="{$base}"><xsl:sequence select="xsd:definition($type)"/></xs:simpleType>
    </xsl:if>
    <xsl:if test="not($attribute[@min = '1'][@max = '1'])">
      <xs:simpleType name="{xsd:type-name($attribute)}">
        <xs:restriction>
          <xs:simpleType><xs:list itemType="{$base}"/></xs:simpleType>
          <xs:minLength value="{$attribute/@min}"/>
          <xsl:if test="$attribute/@max != 'unbounded'"><xs:maxLength value="{$attribute/@max}"/></xsl:if>
        </xs:restriction>
      </xs:simpleType>
    </xsl:if>
  </xsl:function>

  <!-- A type spelt out without reference to any other, for a schema that knows no others. -->
  <xsl:function name="xsd:spelt-out" as="element()">
    <xsl:param name="type" as="element()"/>
    <xsl:choose>
      <xsl:when test="$type/self::r:ref">
        <xsl:sequence select="xsd:spelt-out(root($type)/r:schema/r:data[@name = $type/@name]/*)"/>
      </xsl:when>
      <xsl:when test="$type/self::r:union">
        <r:union><xsl:sequence select="$type/* ! xsd:spelt-out(.)"/></r:union>
      </xsl:when>
      <xsl:otherwise><xsl:sequence select="$type"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

</xsl:stylesheet>
